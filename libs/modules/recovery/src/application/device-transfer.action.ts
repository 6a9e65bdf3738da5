import { Injectable } from '@nestjs/common';
import {
  ProtectedAction,
  type ApprovalLine,
  type ApprovalOwner,
  type DeclinedApproval,
  type ReleasedApproval,
} from '@of/approval';
import { Devices } from '@of/identity';
import { type Tx } from '@of/platform';
import { transferStale } from '../domain/recovery.errors';
import { DeviceTransferRepository } from '../persistence/device-transfer.repository';

/** Exactly one key on exactly one new device. */
export interface TransferPayload {
  deviceId: string;
  /** SHA-256 of the public key, base64url. */
  keyHash: string;
  name: string;
  browser: string;
  /** Whether the new device is in the network of the browser that asked. */
  place: 'same-network' | 'other-network';
}

const words = {
  de: {
    device: 'Neues Gerät',
    program: 'Programm',
    place: 'Ort',
    'same-network': 'Im selben Netz wie Ihr Browser',
    'other-network': 'In einem anderen Netz als Ihr Browser',
    key: 'Kennung des Schlüssels',
  },
  en: {
    device: 'New device',
    program: 'Program',
    place: 'Place',
    'same-network': 'In the same network as your browser',
    'other-network': 'In another network than your browser',
    key: 'Mark of the key',
  },
} as const;

/** The first 40 bits of the key's hash, in a form that people can compare. */
function markOf(keyHash: string): string {
  const hex = Buffer.from(keyHash, 'base64url').subarray(0, 5).toString('hex').toUpperCase();
  return `${hex.slice(0, 5)}-${hex.slice(5)}`;
}

/** A new device, released on one that is there already. */
@Injectable()
export class DeviceTransferAction extends ProtectedAction<TransferPayload> {
  readonly type = 'device-transfer';

  constructor(
    private readonly transfers: DeviceTransferRepository,
    private readonly devices: Devices,
  ) {
    super();
  }

  async describe(payload: TransferPayload, { language }: ApprovalOwner): Promise<ApprovalLine[]> {
    const text = words[language];
    return [
      { label: text.device, to: payload.name },
      { label: text.program, to: payload.browser },
      { label: text.place, to: text[payload.place] },
      { label: text.key, to: markOf(payload.keyHash) },
    ];
  }

  async apply(tx: Tx, { deviceId, keyHash }: TransferPayload, approval: ReleasedApproval): Promise<void> {
    const { accountId, insuredId } = approval;
    if (!(await this.transfers.approve(tx, { accountId, deviceId, keyHash }))) throw transferStale();
    await this.devices.activate(tx, { id: accountId, insuredId }, deviceId);
  }

  override async decline(tx: Tx, { deviceId }: TransferPayload, { accountId }: DeclinedApproval): Promise<void> {
    await this.transfers.decline(tx, accountId, deviceId);
    await this.devices.discard(tx, accountId, deviceId);
  }
}
