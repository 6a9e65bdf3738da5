import { Injectable } from '@nestjs/common';
import { type Tx } from '@of/platform';
import { transferGone } from '../../domain/device.errors';

/** The key that a new device brought, before anybody released it. */
export interface OfferedDevice {
  deviceId: string;
  accountId: string;
  name: string;
  /** SHA-256 of the public key, base64url: what the release is bound to. */
  keyHash: string;
  /** Where the new device is. */
  browser: string;
  address: string;
}

/** What became of the offer: released at once, or waiting for a device the member has already. */
export type TransferOutcome = { state: 'active' } | { state: 'pending'; matchNumber: string };

/** Port: a device that comes in without a letter. The room that offers such a way implements it. */
export abstract class DeviceTransfer {
  /** Whose device it will be; null when there is no such open transfer. */
  abstract findOwner(transferId: string): Promise<string | null>;

  /**
   * Takes the new device, once, in the transaction that holds its account and has stored it as pending.
   * @throws DomainError when the transfer is over
   */
  abstract take(tx: Tx, transferId: string, offer: OfferedDevice): Promise<TransferOutcome>;
}

@Injectable()
export class DeviceTransfers {
  private transfer: DeviceTransfer | null = null;

  register(transfer: DeviceTransfer): void {
    this.transfer = transfer;
  }

  async findOwner(transferId: string): Promise<string | null> {
    return (await this.transfer?.findOwner(transferId)) ?? null;
  }

  take(tx: Tx, transferId: string, offer: OfferedDevice): Promise<TransferOutcome> {
    if (!this.transfer) throw transferGone();
    return this.transfer.take(tx, transferId, offer);
  }
}
