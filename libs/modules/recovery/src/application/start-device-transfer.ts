import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EndApprovals, secondFactorRequired } from '@of/approval';
import { AccountRepository, Devices, PasswordCheck } from '@of/identity';
import { newId } from '@of/kernel';
import { AppConfig, Database, type SessionActor, type Tx } from '@of/platform';
import { DeviceTransferRepository } from '../persistence/device-transfer.repository';

export interface StartedTransfer {
  transferId: string;
  qr: string;
  expiresAt: Date;
}

/** Ends what an account has waiting of earlier transfers. The caller holds the account. */
@Injectable()
export class EndTransfers {
  constructor(
    private readonly transfers: DeviceTransferRepository,
    private readonly devices: Devices,
    private readonly approvals: EndApprovals,
  ) {}

  async execute(tx: Tx, accountId: string): Promise<void> {
    for (const deviceId of await this.transfers.withdraw(tx, accountId)) {
      await this.devices.discard(tx, accountId, deviceId);
    }
    await this.approvals.cancel(tx, accountId, { action: 'device-transfer' });
  }
}

/**
 * Begins the move to a new device: the portal shows a QR code that only this session gets to see. Without a device to
 * release the new one, only the session that has just brought the activation code may begin.
 */
@Injectable()
export class StartDeviceTransfer {
  constructor(
    private readonly database: Database,
    private readonly config: AppConfig,
    private readonly passwords: PasswordCheck,
    private readonly accounts: AccountRepository,
    private readonly devices: Devices,
    private readonly transfers: DeviceTransferRepository,
    private readonly endTransfers: EndTransfers,
  ) {}

  /** @throws DomainError with field code `password-wrong`; `second-factor-required`, `too-many-devices` */
  async execute(actor: SessionActor, password: string): Promise<StartedTransfer> {
    await this.passwords.confirm(actor.accountId, password);
    await this.devices.assertRoom(actor.accountId);
    return this.database.transaction(async (tx) => {
      await this.accounts.lock(tx, actor.accountId);
      const isFirst = !(await this.devices.hasActive(actor.accountId, tx));
      const mayBegin = isFirst ? await this.transfers.hasJustActivated(tx, actor.sessionId) : actor.level === 'full';
      if (!mayBegin) throw secondFactorRequired();
      await this.endTransfers.execute(tx, actor.accountId);

      const id = newId<'DeviceTransfer'>();
      const transferId = randomUUID();
      const { accountId, insuredId, sessionId } = actor;
      const owner = { accountId, insuredId, sessionId };
      const expiresAt = await this.transfers.insert(tx, { ...owner, id, secret: transferId, isFirst });
      await tx.audit({ actor: accountId, subject: insuredId, act: 'recovery.device-transfer-started', object: id });
      // Behind "#": browsers never send that part to a server.
      return { transferId, qr: `${this.config.companionOrigin}/geraet#transfer=${transferId}`, expiresAt };
    });
  }
}
