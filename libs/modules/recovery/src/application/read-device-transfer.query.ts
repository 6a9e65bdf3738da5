import { Injectable } from '@nestjs/common';
import { notFound } from '../domain/recovery.errors';
import { DeviceTransferRepository, type TransferProgress } from '../persistence/device-transfer.repository';

/** How far a transfer is, for the screens that wait for it. */
@Injectable()
export class ReadDeviceTransfer {
  constructor(private readonly transfers: DeviceTransferRepository) {}

  /**
   * For the new device, which has nothing but the secret.
   * @throws DomainError `not-found`
   */
  async bySecret(transferId: string): Promise<TransferProgress> {
    const transfer = await this.transfers.findBySecret(transferId.toLowerCase());
    if (!transfer) throw notFound();
    return transfer;
  }

  /** @throws DomainError `not-found`, also for a transfer of somebody else */
  async ofMember(accountId: string, transferId: string): Promise<TransferProgress> {
    const transfer = await this.transfers.findOfMember(accountId, transferId.toLowerCase());
    if (!transfer) throw notFound();
    return transfer;
  }
}
