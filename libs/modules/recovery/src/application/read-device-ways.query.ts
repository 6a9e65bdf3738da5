import { Injectable } from '@nestjs/common';
import { Devices } from '@of/identity';
import { type SessionActor } from '@of/platform';
import { DeviceTransferRepository } from '../persistence/device-transfer.repository';

/** How a session may get a new device without a letter, and until when. */
export interface DeviceWays {
  transfer: 'by-device' | 'first-device' | null;
  until: Date | null;
}

/** Which ways to a new device are open, so that a portal offers only those. What counts is decided when one is taken. */
@Injectable()
export class ReadDeviceWays {
  constructor(
    private readonly devices: Devices,
    private readonly transfers: DeviceTransferRepository,
  ) {}

  async execute({ accountId, sessionId, level }: SessionActor): Promise<DeviceWays> {
    const names = await this.devices.activeNames(accountId);
    if (names.length > 0) return { transfer: level === 'full' ? 'by-device' : null, until: null };
    const until = await this.transfers.findFirstDeviceDeadline(sessionId);
    return { transfer: until && 'first-device', until };
  }
}
