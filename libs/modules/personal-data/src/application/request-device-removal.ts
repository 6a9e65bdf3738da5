import { Injectable } from '@nestjs/common';
import { RequestApproval, type Approval } from '@of/approval';
import { Devices } from '@of/identity';
import { DateOnly, parseId } from '@of/kernel';
import { type SessionActor } from '@of/platform';
import { deviceGone } from '../domain/personal-data.errors';

/** A member wants to remove a device. It stays until that is released on a device. */
@Injectable()
export class RequestDeviceRemoval {
  constructor(
    private readonly devices: Devices,
    private readonly approvals: RequestApproval,
  ) {}

  /** @throws DomainError `not-found`, `second-factor-required`, `too-many-requests` */
  async execute(actor: SessionActor, id: string): Promise<Approval> {
    const deviceId = parseId<'Device'>(id);
    const device = deviceId && (await this.devices.find(actor.accountId, deviceId));
    if (!device) throw deviceGone();
    const since = String(DateOnly.fromInstant(device.createdAt));
    return this.approvals.execute(actor, 'device-removal', { deviceId: device.id, name: device.name, since });
  }
}
