import { Injectable } from '@nestjs/common';
import { ProtectedAction, type ApprovalLine, type ApprovalOwner, type ReleasedApproval } from '@of/approval';
import { Devices } from '@of/identity';
import { DateOnly } from '@of/kernel';
import { type Tx } from '@of/platform';
import { dayInWords } from '../domain/day-in-words';
import { deviceGone } from '../domain/personal-data.errors';

export interface RemovalPayload {
  deviceId: string;
  name: string;
  /** Day on which it was set up, `YYYY-MM-DD`. */
  since: string;
}

const words = {
  de: { device: 'Gerät entfernen', since: 'Eingerichtet am' },
  en: { device: 'Remove device', since: 'Set up on' },
};

/** Removing a device, released on a device: on another one, or as its own last act. */
@Injectable()
export class DeviceRemovalAction extends ProtectedAction<RemovalPayload> {
  readonly type = 'device-removal';

  constructor(private readonly devices: Devices) {
    super();
  }

  async describe({ name, since }: RemovalPayload, { language }: ApprovalOwner): Promise<ApprovalLine[]> {
    return [
      { label: words[language].device, to: name },
      { label: words[language].since, to: dayInWords(DateOnly.parse(since), language) },
    ];
  }

  async apply(tx: Tx, { deviceId }: RemovalPayload, { accountId, insuredId }: ReleasedApproval): Promise<void> {
    if (!(await this.devices.remove(tx, { id: accountId, insuredId }, deviceId, accountId))) throw deviceGone();
  }
}
