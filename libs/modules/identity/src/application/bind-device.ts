import { Injectable } from '@nestjs/common';
import { newId, parseId } from '@of/kernel';
import { Database, type Tx } from '@of/platform';
import { bindingGone } from '../domain/device.errors';
import { DeviceChallengeRepository } from '../persistence/device-challenge.repository';
import { DeviceSessionRepository } from '../persistence/device-session.repository';
import { AccountRepository, type Account } from '../persistence/account.repository';
import { SessionRepository } from '../persistence/session.repository';
import { AccountLocks } from './account-locks';
import { DeviceRegistrations } from './device-registrations';
import { Devices } from './devices';
import { PostedCodes } from './posted-codes';

export interface BoundDevice {
  deviceId: string;
  token: string;
  expiresAt: Date;
}

/** What a posted code does in its account besides binding a device. */
@Injectable()
export class CodeEffects {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly locks: AccountLocks,
  ) {}

  /** A code of the registration opens the account. One for a later device is proof by letter alone: a day of caution. */
  async apply(tx: Tx, account: Account): Promise<void> {
    if (await this.accounts.activate(tx, account.id)) {
      await this.sessions.endOthers(tx, account.id, null, 'activated');
      await tx.audit({ actor: account.id, subject: account.insuredId, act: 'registration.activated' });
    } else {
      await this.locks.freeze(tx, account.id);
    }
  }
}

/** Second half of binding a device: its key. Code, device and what follows are one transaction. */
@Injectable()
export class BindDevice {
  constructor(
    private readonly database: Database,
    private readonly challenges: DeviceChallengeRepository,
    private readonly registrations: DeviceRegistrations,
    private readonly devices: Devices,
    private readonly accounts: AccountRepository,
    private readonly codes: PostedCodes,
    private readonly effects: CodeEffects,
    private readonly deviceSessions: DeviceSessionRepository,
  ) {}

  /** @throws DomainError `binding-expired`, `assertion-invalid`, `too-many-devices`, `device-known` */
  async execute(command: { bindingId: string; name: string; credential: unknown }): Promise<BoundDevice> {
    const bindingId = parseId<'DeviceBinding'>(command.bindingId);
    const binding = bindingId && (await this.challenges.takeBinding(bindingId));
    if (!binding) throw bindingGone();
    const key = await this.registrations.verify(binding.challenge, command.credential);
    const account = await this.accounts.findById(binding.accountId);
    if (!account) throw bindingGone();
    const deviceId = newId<'Device'>();
    return this.database.transaction(async (tx) => {
      const now = await this.accounts.hold(tx, account.id);
      // Locked or deactivated since the code was checked (S15): the binding is worth nothing.
      if (!now || now.isLocked || now.state === 'deactivated') throw bindingGone();
      if (!(await this.codes.consume(tx, binding.postedCodeId))) throw bindingGone();
      await this.devices.register(tx, account, { ...key, id: deviceId, name: command.name, boundBy: 'posted-code' });
      await this.effects.apply(tx, account);
      await this.devices.activate(tx, account, deviceId);
      return { deviceId, ...(await this.deviceSessions.start(tx, deviceId)) };
    });
  }
}
