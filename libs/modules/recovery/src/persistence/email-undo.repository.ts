import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@of/platform';
import { POST_ONLY_DAYS, UNDO_HOURS } from '../domain/recovery-rules';

/** A link that gives a changed address back. */
export interface EmailUndo {
  id: string;
  accountId: string;
  formerContactId: string;
  changedAt: Date;
  state: 'open' | 'used' | 'expired';
}

const columns = `
  id, account_id AS "accountId", former_contact_id AS "formerContactId", changed_at AS "changedAt",
  CASE WHEN used_at IS NOT NULL THEN 'used'
       WHEN superseded_at IS NOT NULL OR expires_at <= platform.now() THEN 'expired' ELSE 'open' END AS state`;

/** Links to undo a change of the e-mail address. Only the SHA-256 of their 256-bit secret is stored. */
@Injectable()
export class EmailUndoRepository {
  constructor(private readonly database: Database) {}

  /**
   * Stores a link, once for each change. A change that came before an undo gets none: its former address may be that of
   * whoever was put out.
   */
  async insert(
    tx: Tx,
    undo: { id: string; tokenHash: Buffer; accountId: string; formerContactId: string; changedAt: Date },
  ): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO recovery.email_undo (id, token_hash, account_id, former_contact_id, changed_at, expires_at)
       SELECT $1, $2, $3, $4, $5::timestamptz, platform.now() + interval '${UNDO_HOURS} hours'
        WHERE NOT EXISTS (SELECT FROM recovery.email_undo WHERE account_id = $3 AND used_at >= $5::timestamptz)
       ON CONFLICT (former_contact_id) DO NOTHING RETURNING id`,
      [undo.id, undo.tokenHash, undo.accountId, undo.formerContactId, undo.changedAt],
    );
    return rows.length > 0;
  }

  async find(tokenHash: Buffer): Promise<EmailUndo | null> {
    const [undo] = await this.database.read<EmailUndo>(
      'email-undo.find',
      `SELECT ${columns} FROM recovery.email_undo WHERE token_hash = $1`,
      [tokenHash],
    );
    return undo ?? null;
  }

  /** Uses a link up, and with it those that later changes brought. @returns false when it is over */
  async use(tx: Tx, undo: EmailUndo): Promise<boolean> {
    const used = await tx.query(
      `UPDATE recovery.email_undo SET used_at = platform.now()
        WHERE id = $1 AND used_at IS NULL AND superseded_at IS NULL AND expires_at > platform.now() RETURNING id`,
      [undo.id],
    );
    if (used.length === 0) return false;
    await tx.query(
      `UPDATE recovery.email_undo SET superseded_at = platform.now()
        WHERE account_id = $1 AND id <> $2 AND used_at IS NULL AND superseded_at IS NULL
          AND changed_at >= (SELECT changed_at FROM recovery.email_undo WHERE id = $2)`,
      [undo.accountId, undo.id],
    );
    return true;
  }

  /** Whether only letters may bring codes: somebody took the e-mail address away not long ago. */
  async isPostOnly(tx: Tx, accountId: string): Promise<boolean> {
    const rows = await tx.query(
      `SELECT FROM recovery.email_undo
        WHERE account_id = $1 AND used_at > platform.now() - interval '${POST_ONLY_DAYS} days'`,
      [accountId],
    );
    return rows.length > 0;
  }

  async erase(tx: Tx, accountId: string): Promise<void> {
    await tx.query(`DELETE FROM recovery.email_undo WHERE account_id = $1`, [accountId]);
  }

  async forgetOld(tx: Tx, days: number): Promise<void> {
    await tx.query(`DELETE FROM recovery.email_undo WHERE expires_at < platform.now() - make_interval(days => $1)`, [
      days,
    ]);
  }
}
