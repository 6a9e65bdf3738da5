import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@of/platform';
import type { DraftKey, DraftMetadata, DraftSummary } from '../domain/draft';

export interface SealedDraft extends DraftMetadata {
  sealedFormData: Buffer;
}

const metadata = `version, return_url AS "returnUrl", revision, saved_at AS "savedAt", expires_at AS "expiresAt"`;
const ofKey = `account_id = $1 AND subject_id = $2 AND form = $3`;
/** A draft that ran out is gone, whether or not the job has been there. */
const alive = `expires_at > platform.now()`;

const idsOf = ({ accountId, subject, form }: DraftKey): string[] => [accountId, subject, form];

@Injectable()
export class DraftRepository {
  constructor(private readonly database: Database) {}

  /** The newest first. */
  list({ accountId, subject }: Omit<DraftKey, 'form'>): Promise<DraftSummary[]> {
    return this.database.read<DraftSummary>(
      'drafts.list',
      `SELECT form, ${metadata} FROM drafts.draft
        WHERE account_id = $1 AND subject_id = $2 AND ${alive} ORDER BY saved_at DESC, form`,
      [accountId, subject],
    );
  }

  async find(key: DraftKey): Promise<SealedDraft | null> {
    const [draft] = await this.database.read<SealedDraft>(
      'drafts.find',
      `SELECT ${metadata}, sealed_form_data AS "sealedFormData" FROM drafts.draft WHERE ${ofKey} AND ${alive}`,
      idsOf(key),
    );
    return draft ?? null;
  }

  /** The stored revision, held until the end of the transaction; null when there is no draft, or none any more. */
  async hold(tx: Tx, key: DraftKey): Promise<number | null> {
    const [row] = await tx.query<{ revision: number; alive: boolean }>(
      `SELECT revision, ${alive} AS alive FROM drafts.draft WHERE ${ofKey} FOR UPDATE`,
      idsOf(key),
    );
    return row?.alive ? row.revision : null;
  }

  /**
   * @param present revision that `hold` gave
   * @returns null when another writer came first
   */
  async save(
    tx: Tx,
    key: DraftKey,
    draft: { version: number; returnUrl: string; sealedFormData: Buffer; keepDays: number; present: number | null },
  ): Promise<DraftMetadata | null> {
    const [saved] = await tx.query<DraftMetadata>(
      `INSERT INTO drafts.draft AS d (account_id, subject_id, form, version, return_url, sealed_form_data, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, platform.now() + make_interval(days => $7))
       ON CONFLICT (account_id, subject_id, form) DO UPDATE SET version = excluded.version,
         return_url = excluded.return_url, sealed_form_data = excluded.sealed_form_data, revision = d.revision + 1,
         saved_at = platform.now(), expires_at = excluded.expires_at
         WHERE CASE WHEN $8::int IS NULL THEN d.expires_at <= platform.now() ELSE d.revision = $8 END
       RETURNING ${metadata}`,
      [...idsOf(key), draft.version, draft.returnUrl, draft.sealedFormData, draft.keepDays, draft.present],
    );
    return saved ?? null;
  }

  /** @returns whether there was one */
  async delete(tx: Tx, key: DraftKey): Promise<boolean> {
    const rows = await tx.query<{ alive: boolean }>(
      `DELETE FROM drafts.draft WHERE ${ofKey} RETURNING ${alive} AS alive`,
      idsOf(key),
    );
    return rows.some((row) => row.alive);
  }

  /** Drafts that ran out go; rows that somebody holds wait for the next run. */
  deleteExpired(tx: Tx, limit: number): Promise<DraftKey[]> {
    return tx.query<DraftKey>(
      `DELETE FROM drafts.draft d USING (
         SELECT account_id, subject_id, form FROM drafts.draft WHERE expires_at <= platform.now()
          LIMIT $1 FOR UPDATE SKIP LOCKED) over
        WHERE (d.account_id, d.subject_id, d.form) = (over.account_id, over.subject_id, over.form)
        RETURNING d.account_id AS "accountId", d.subject_id AS subject, d.form`,
      [limit],
    );
  }

  /** All drafts of an account, about whomever. */
  async erase(tx: Tx, accountId: string): Promise<void> {
    await tx.query(`DELETE FROM drafts.draft WHERE account_id = $1`, [accountId]);
  }

  async today(tx: Tx): Promise<string> {
    const [row] = await tx.query<{ day: string }>(`SELECT platform.today()::text AS day`);
    return (row as { day: string }).day;
  }
}
