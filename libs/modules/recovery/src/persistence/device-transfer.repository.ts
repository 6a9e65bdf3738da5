import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@of/platform';
import { FIRST_DEVICE_MINUTES, TRANSFER_MINUTES } from '../domain/recovery-rules';
import type { TransferStatus } from '../domain/transfer-status';

/** A transfer that was just taken by a new device. */
export interface TakenTransfer {
  id: string;
  insuredId: string;
  sessionId: string;
  isFirst: boolean;
}

export interface TransferProgress {
  status: TransferStatus;
  expiresAt: Date;
  deviceName: string | null;
  approvalId: string | null;
}

interface NewKey {
  accountId: string;
  deviceId: string;
  name: string;
  keyHash: string;
}

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Time runs out and approvals end by themselves: what the row says is read together with both. */
const status = `CASE
  WHEN t.status = 'open' AND t.expires_at <= platform.now() THEN 'expired'
  WHEN t.status = 'pending' AND (a.id IS NULL OR a.status IN ('expired', 'cancelled') OR a.expires_at <= platform.now())
    THEN 'expired'
  ELSE t.status END`;

const progress = `
  SELECT ${status} AS status, t.expires_at AS "expiresAt", t.device_name AS "deviceName", t.approval_id AS "approvalId"
    FROM recovery.device_transfer t LEFT JOIN approval.approval a ON a.id = t.approval_id`;

/**
 * A session that brought the activation code not long ago. Activation ends every other session, so one that is older than
 * it and still runs is the one.
 */
const firstDeviceDeadline = `
  SELECT a.activated_at + interval '${FIRST_DEVICE_MINUTES} minutes' AS until
    FROM identity.session s JOIN identity.account a ON a.id = s.account_id
   WHERE s.id = $1 AND s.created_at <= a.activated_at
     AND a.activated_at > platform.now() - interval '${FIRST_DEVICE_MINUTES} minutes'`;

/** Transfers to a new device. Only the SHA-256 of the secret in the QR code is stored. */
@Injectable()
export class DeviceTransferRepository {
  constructor(private readonly database: Database) {}

  async insert(
    tx: Tx,
    transfer: {
      id: string;
      secret: string;
      accountId: string;
      insuredId: string;
      sessionId: string;
      isFirst: boolean;
    },
  ): Promise<Date> {
    const [row] = await tx.query<{ expiresAt: Date }>(
      `INSERT INTO recovery.device_transfer (id, secret_hash, account_id, insured_id, session_id, is_first, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, platform.now() + interval '${TRANSFER_MINUTES} minutes')
       RETURNING expires_at AS "expiresAt"`,
      [
        transfer.id,
        hashOf(transfer.secret),
        transfer.accountId,
        transfer.insuredId,
        transfer.sessionId,
        transfer.isFirst,
      ],
    );
    return (row as { expiresAt: Date }).expiresAt;
  }

  async hasJustActivated(tx: Tx, sessionId: string): Promise<boolean> {
    return (await tx.query(firstDeviceDeadline, [sessionId])).length > 0;
  }

  /** Until when the session that brought the activation code may bind the first device; null when it may not. */
  async findFirstDeviceDeadline(sessionId: string): Promise<Date | null> {
    const [row] = await this.database.read<{ until: Date }>(
      'device-transfer.first-device-deadline',
      firstDeviceDeadline,
      [sessionId],
    );
    return row?.until ?? null;
  }

  async findOwner(secret: string): Promise<string | null> {
    const [row] = await this.database.read<{ accountId: string }>(
      'device-transfer.owner',
      `SELECT account_id AS "accountId" FROM recovery.device_transfer
        WHERE secret_hash = $1 AND status = 'open' AND expires_at > platform.now()`,
      [hashOf(secret)],
    );
    return row?.accountId ?? null;
  }

  /** Takes an open transfer for this key, once. */
  async take(tx: Tx, secret: string, key: NewKey): Promise<TakenTransfer | null> {
    const [taken] = await tx.query<TakenTransfer>(
      `UPDATE recovery.device_transfer SET status = 'pending', device_id = $3, device_name = $4, key_hash = $5
        WHERE secret_hash = $1 AND account_id = $2 AND status = 'open' AND expires_at > platform.now()
        RETURNING id, insured_id AS "insuredId", session_id AS "sessionId", is_first AS "isFirst"`,
      [hashOf(secret), key.accountId, key.deviceId, key.name, key.keyHash],
    );
    return taken ?? null;
  }

  async setApproval(tx: Tx, id: string, approvalId: string): Promise<void> {
    await tx.query(`UPDATE recovery.device_transfer SET approval_id = $2 WHERE id = $1`, [id, approvalId]);
  }

  /** Closes a transfer only if the waiting device still has the very key that was shown. */
  async approve(tx: Tx, key: Omit<NewKey, 'name'>): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE recovery.device_transfer t SET status = 'approved'
         FROM identity.device d
        WHERE t.account_id = $1 AND t.device_id = $2 AND t.key_hash = $3 AND t.status = 'pending'
          AND d.id = t.device_id AND d.state = 'pending'
          AND translate(encode(sha256(d.public_key), 'base64'), '+/=', '-_') = $3
        RETURNING t.id`,
      [key.accountId, key.deviceId, key.keyHash],
    );
    return rows.length > 0;
  }

  async decline(tx: Tx, accountId: string, deviceId: string): Promise<void> {
    await tx.query(
      `UPDATE recovery.device_transfer SET status = 'declined'
        WHERE account_id = $1 AND device_id = $2 AND status = 'pending'`,
      [accountId, deviceId],
    );
  }

  /** Ends what waits in this account. @returns devices that came to nothing */
  async withdraw(tx: Tx, accountId: string): Promise<string[]> {
    const rows = await tx.query<{ deviceId: string | null }>(
      `UPDATE recovery.device_transfer SET status = 'expired'
        WHERE account_id = $1 AND status IN ('open', 'pending') RETURNING device_id AS "deviceId"`,
      [accountId],
    );
    return rows.flatMap(({ deviceId }) => deviceId ?? []);
  }

  /** Ends what ran out. Rows that another run holds are left to it. */
  expire(tx: Tx, limit: number): Promise<{ accountId: string; deviceId: string | null }[]> {
    return tx.query(
      `UPDATE recovery.device_transfer SET status = 'expired'
        WHERE id IN (
          SELECT t.id FROM recovery.device_transfer t LEFT JOIN approval.approval a ON a.id = t.approval_id
           WHERE t.status IN ('open', 'pending') AND ${status} = 'expired'
           LIMIT $1 FOR UPDATE OF t SKIP LOCKED)
        RETURNING account_id AS "accountId", device_id AS "deviceId"`,
      [limit],
    );
  }

  async findBySecret(secret: string): Promise<TransferProgress | null> {
    const [row] = await this.database.read<TransferProgress>(
      'device-transfer.by-secret',
      `${progress} WHERE t.secret_hash = $1`,
      [hashOf(secret)],
    );
    return row ?? null;
  }

  async findOfMember(accountId: string, secret: string): Promise<TransferProgress | null> {
    const [row] = await this.database.read<TransferProgress>(
      'device-transfer.of-member',
      `${progress} WHERE t.account_id = $1 AND t.secret_hash = $2`,
      [accountId, hashOf(secret)],
    );
    return row ?? null;
  }

  async erase(tx: Tx, accountId: string): Promise<void> {
    await tx.query(`DELETE FROM recovery.device_transfer WHERE account_id = $1`, [accountId]);
  }

  async forgetOld(tx: Tx, days: number): Promise<void> {
    await tx.query(
      `DELETE FROM recovery.device_transfer
        WHERE expires_at < platform.now() - make_interval(days => $1) AND status NOT IN ('open', 'pending')`,
      [days],
    );
  }
}
