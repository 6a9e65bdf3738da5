import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId, parseId } from '@of/kernel';
import { Database } from '@of/platform';
import { transferGone } from '../domain/device.errors';
import { AccountRepository } from '../persistence/account.repository';
import { DeviceChallengeRepository } from '../persistence/device-challenge.repository';
import { DeviceSessionRepository } from '../persistence/device-session.repository';
import type { BoundDevice } from './bind-device';
import { DeviceRegistrations } from './device-registrations';
import { Devices } from './devices';
import { DeviceTransfers } from './ports/device-transfer';

/** A new device whose release another one still has to give. */
export interface WaitingDevice {
  deviceId: string;
  matchNumber: string;
}

/** Binds a device without a letter: it brings its key first, then a device that is there already releases that very key. */
@Injectable()
export class BindByTransfer {
  constructor(
    private readonly database: Database,
    private readonly transfers: DeviceTransfers,
    private readonly challenges: DeviceChallengeRepository,
    private readonly registrations: DeviceRegistrations,
    private readonly devices: Devices,
    private readonly accounts: AccountRepository,
    private readonly deviceSessions: DeviceSessionRepository,
  ) {}

  /** @throws DomainError `transfer-expired` */
  async start(input: string) {
    const { transferId, accountId } = await this.find(input);
    const publicKey = await this.registrations.options(accountId);
    await this.challenges.keepTransfer(transferId, publicKey.challenge);
    return { publicKey };
  }

  /** @throws DomainError `transfer-expired`, `assertion-invalid`, `too-many-devices`, `device-known` */
  async execute(command: {
    transferId: string;
    name: string;
    credential: unknown;
    browser: string;
    address: string;
  }): Promise<BoundDevice | WaitingDevice> {
    const { name, credential, browser, address } = command;
    const { transferId, accountId } = await this.find(command.transferId);
    const challenge = await this.challenges.takeTransfer(transferId);
    if (!challenge) throw transferGone();
    const key = await this.registrations.verify(challenge, credential);
    const account = await this.accounts.getById(accountId);
    const deviceId = newId<'Device'>();
    const keyHash = createHash('sha256').update(key.publicKey).digest('base64url');
    return this.database.transaction(async (tx) => {
      const now = await this.accounts.hold(tx, accountId);
      if (!now || now.isLocked || now.state !== 'active') throw transferGone();
      await this.devices.register(tx, account, { ...key, id: deviceId, name, boundBy: 'transfer' });
      const offer = { deviceId, accountId, name, keyHash, browser, address };
      const outcome = await this.transfers.take(tx, transferId, offer);
      if (outcome.state === 'pending') return { deviceId, matchNumber: outcome.matchNumber };
      await this.devices.activate(tx, account, deviceId);
      return { deviceId, ...(await this.deviceSessions.start(tx, deviceId)) };
    });
  }

  private async find(input: string): Promise<{ transferId: string; accountId: string }> {
    const transferId = parseId<'DeviceTransfer'>(input);
    const accountId = transferId && (await this.transfers.findOwner(transferId));
    if (!accountId) throw transferGone();
    return { transferId, accountId };
  }
}
