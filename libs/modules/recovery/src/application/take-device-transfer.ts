import { Injectable } from '@nestjs/common';
import { RequestApproval } from '@of/approval';
import {
  DeviceTransfer,
  Devices,
  SessionRepository,
  transferGone,
  type OfferedDevice,
  type TransferOutcome,
} from '@of/identity';
import { type Tx } from '@of/platform';
import { DeviceTransferRepository, type TakenTransfer } from '../persistence/device-transfer.repository';
import type { TransferPayload } from './device-transfer.action';

/**
 * Takes the key that a new device brought for a transfer. A device that is there already must release exactly this key;
 * the first one of a fresh account is released by the session that has just brought the activation code.
 */
@Injectable()
export class TakeDeviceTransfer extends DeviceTransfer {
  constructor(
    private readonly transfers: DeviceTransferRepository,
    private readonly sessions: SessionRepository,
    private readonly devices: Devices,
    private readonly approvals: RequestApproval,
  ) {
    super();
  }

  findOwner(transferId: string): Promise<string | null> {
    return this.transfers.findOwner(transferId);
  }

  async take(tx: Tx, transferId: string, offer: OfferedDevice): Promise<TransferOutcome> {
    const transfer = await this.transfers.take(tx, transferId, offer);
    if (!transfer || !(await this.sessions.holdAlive(tx, transfer.sessionId))) throw transferGone();
    return transfer.isFirst ? this.takeFirst(tx, offer) : this.askForRelease(tx, transfer, offer);
  }

  private async takeFirst(tx: Tx, offer: OfferedDevice): Promise<TransferOutcome> {
    if (await this.devices.hasActive(offer.accountId, tx)) throw transferGone();
    if (!(await this.transfers.approve(tx, offer))) throw transferGone();
    return { state: 'active' };
  }

  private async askForRelease(tx: Tx, transfer: TakenTransfer, offer: OfferedDevice): Promise<TransferOutcome> {
    const { id, insuredId, sessionId } = transfer;
    const { address } = await this.sessions.getOrigin(tx, sessionId);
    const { deviceId, keyHash, name, browser } = offer;
    const place = address === offer.address ? 'same-network' : 'other-network';
    const payload: TransferPayload = { deviceId, keyHash, name, browser, place };
    const asker = { sessionId, accountId: offer.accountId, insuredId };
    const approval = await this.approvals.open(tx, asker, 'device-transfer', payload);
    await this.transfers.setApproval(tx, id, approval.id);
    return { state: 'pending', matchNumber: approval.matchNumber };
  }
}
