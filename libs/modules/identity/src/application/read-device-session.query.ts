import { Injectable } from '@nestjs/common';
import { DomainError } from '@of/kernel';
import { AccountRepository } from '../persistence/account.repository';
import { DeviceRepository } from '../persistence/device.repository';
import { DeviceSessionRepository } from '../persistence/device-session.repository';

/** Whose device it is, and until when its user counts as verified. */
@Injectable()
export class ReadDeviceSession {
  constructor(
    private readonly devices: DeviceRepository,
    private readonly accounts: AccountRepository,
    private readonly sessions: DeviceSessionRepository,
  ) {}

  /** @throws DomainError `not-authenticated` when it ended in the meantime */
  async execute(deviceId: string, token: string): Promise<{ name: string; insuredId: string; verifiedUntil: Date }> {
    const key = await this.devices.findKey(deviceId);
    const device = key && (await this.devices.find(key.accountId, deviceId));
    const account = key && (await this.accounts.findById(key.accountId));
    const verifiedUntil = await this.sessions.verifiedUntil(token);
    if (!device || !account || !verifiedUntil) throw new DomainError('not-authenticated', 'unauthenticated');
    return { name: device.name, insuredId: account.insuredId, verifiedUntil };
  }
}
