import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, parseId } from '@of/kernel';
import { Database, TryCounter } from '@of/platform';
import { assertionInvalid } from '../domain/device.errors';
import { tooManyTries } from '../domain/identity.errors';
import { AccountRepository } from '../persistence/account.repository';
import { DeviceChallengeRepository } from '../persistence/device-challenge.repository';
import { DeviceSessionRepository } from '../persistence/device-session.repository';
import type { BoundDevice } from './bind-device';
import { DeviceAssertions } from './device-assertions';
import { Devices } from './devices';

const limit = { surface: 'device.session', tries: 10, windowSeconds: 300 };

/** Opens the companion with the device's own key: whoever holds the device and can unlock it. */
@Injectable()
export class OpenDeviceSession {
  constructor(
    private readonly database: Database,
    private readonly challenges: DeviceChallengeRepository,
    private readonly deviceSessions: DeviceSessionRepository,
    private readonly assertions: DeviceAssertions,
    private readonly devices: Devices,
    private readonly accounts: AccountRepository,
    private readonly counter: TryCounter,
  ) {}

  /** @param deviceId which device; null: whichever the browser offers. An unknown one is asked like a known one. */
  async options(deviceId: string | null) {
    const id = deviceId === null ? null : parseId<'Device'>(deviceId);
    const challenge = randomBytes(32);
    const challengeId = await this.challenges.keepChallenge(challenge.toString('base64url'));
    return { challengeId, publicKey: await this.assertions.options(id, challenge) };
  }

  /** @throws DomainError `assertion-invalid`, `device-suspended`, `device-removed`, `too-many-requests` */
  async execute(command: { challengeId: string; credential: unknown }): Promise<BoundDevice> {
    const challengeId = parseId<'DeviceChallenge'>(command.challengeId);
    const challenge = challengeId && (await this.challenges.takeChallenge(challengeId));
    if (!challenge) throw assertionInvalid();
    const { key, newCounter } = await this.assertions.identify(challenge, command.credential);
    const counted = await this.counter.count(limit, key.id);
    if (!counted.isAllowed) throw tooManyTries(counted.resetSeconds);
    if (key.state !== 'active') throw new DomainError(`device-${key.state}`, 'unauthenticated');
    const account = await this.accounts.findById(key.accountId);
    if (!account) throw assertionInvalid();

    const opened = await this.database.transaction(async (tx) => {
      await this.accounts.lock(tx, account.id);
      if (!(await this.devices.holdUsable(tx, key.id, account.id))) throw assertionInvalid();
      if (!(await this.assertions.use(tx, key.id, newCounter))) return null;
      return this.deviceSessions.start(tx, key.id);
    });
    if (opened) return { deviceId: key.id, ...opened };
    const owner = { accountId: account.id, insuredId: account.insuredId };
    await this.database.transaction((tx) => this.devices.suspend(tx, owner, key.id));
    throw new DomainError('device-suspended', 'unauthenticated');
  }

  /** The companion is closed; the device stays bound. */
  async end(token: string): Promise<void> {
    await this.database.transaction((tx) => this.deviceSessions.end(tx, token));
  }
}
