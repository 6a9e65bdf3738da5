import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@of/platform';
import type { ErrorParams } from '@of/kernel';
import type { StoredFile } from './stored-file.repository';

export type UploadState = 'receiving' | 'checking' | 'accepted' | 'rejected';

export interface Upload {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  /** Whether it was started in the companion. */
  readonly isFromDevice: boolean;
  readonly size: number;
  readonly received: number;
  readonly state: UploadState;
  readonly problem: string | null;
  readonly problemParams: ErrorParams | null;
  readonly mediaType: string | null;
  readonly sheets: number | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export interface FinishedUpload {
  readonly id: string;
  readonly state: UploadState;
  readonly mediaType: string;
  readonly sheets: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly fileId: string;
  readonly documentId: string | null;
}

/** Namespace of the advisory locks that put the new uploads of one account in a row. */
const QUOTA_LOCK = 7320;

const columns = `
  id, account_id AS "accountId", name, from_device AS "isFromDevice", size::float8 AS size, received::float8 AS received, state, problem,
  problem_params AS "problemParams", media_type AS "mediaType", sheets, created_at AS "createdAt",
  expires_at AS "expiresAt"`;

/** Rows of `documents.upload` and the pieces that have arrived. Whoever asks names the account. */
@Injectable()
export class UploadRepository {
  constructor(private readonly database: Database) {}

  async find(accountId: string, id: string): Promise<Upload | null> {
    const sql = `SELECT ${columns} FROM documents.upload
                  WHERE id = $1 AND account_id = $2 AND expires_at > platform.now()`;
    const [row] = await this.database.read<Upload>('documents.find-upload', sql, [id, accountId]);
    return row ?? null;
  }

  /** Uploads that have not become a document, oldest first; at most 100. */
  listOpen(accountId: string): Promise<Upload[]> {
    return this.database.read<Upload>(
      'documents.list-uploads',
      `SELECT ${columns} FROM documents.upload
        WHERE account_id = $1 AND document_id IS NULL AND expires_at > platform.now() ORDER BY created_at LIMIT 100`,
      [accountId],
    );
  }

  /** What the account has used of its allowances, with its new uploads in a row until the end of the transaction. */
  async countUsed(tx: Tx, accountId: string): Promise<{ today: number; bytes: number; retrySeconds: number }> {
    await tx.query(`SELECT pg_advisory_xact_lock(${QUOTA_LOCK}, hashtext($1))`, [accountId]);
    await tx.query(`SELECT set_config('app.subject', '*', true)`);
    const [row] = await tx.query<{ today: number; bytes: number; retrySeconds: number }>(
      `SELECT count(*) FILTER (WHERE created_at > platform.now() - interval '1 day')::int AS today,
              coalesce(ceil(extract(epoch FROM min(created_at) FILTER (
                WHERE created_at > platform.now() - interval '1 day') + interval '1 day' - platform.now())), 1)::int
                AS "retrySeconds",
              (coalesce(sum(size) FILTER (WHERE document_id IS NULL AND state <> 'rejected'
                AND expires_at > platform.now()), 0)
                + (SELECT coalesce(sum(size), 0) FROM documents.document WHERE account_id = $1))::float8 AS bytes
         FROM documents.upload WHERE account_id = $1`,
      [accountId],
    );
    await tx.query(`SELECT set_config('app.subject', '', true)`);
    return row as { today: number; bytes: number; retrySeconds: number };
  }

  async insert(
    tx: Tx,
    upload: { id: string; accountId: string; name: string; isFromDevice: boolean; size: number; hours: number },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO documents.upload (id, account_id, name, from_device, size, expires_at)
       VALUES ($1, $2, $3, $4, $5, platform.now() + make_interval(hours => $6))`,
      [upload.id, upload.accountId, upload.name, upload.isFromDevice, upload.size, upload.hours],
    );
  }

  /** Appends a piece; false when the upload has changed meanwhile. */
  async append(tx: Tx, id: string, start: number, file: StoredFile): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE documents.upload SET received = received + $3
        WHERE id = $1 AND received = $2 AND state = 'receiving' RETURNING id`,
      [id, start, file.size],
    );
    if (rows.length === 0) return false;
    await tx.query(`INSERT INTO documents.upload_piece (upload_id, start, size, file_id) VALUES ($1, $2, $3, $4)`, [
      id,
      start,
      file.size,
      file.id,
    ]);
    return true;
  }

  /** Forgets what arrived from there on. */
  async cutOff(tx: Tx, id: string, start: number): Promise<void> {
    await tx.query(`DELETE FROM documents.upload_piece WHERE upload_id = $1 AND start >= $2`, [id, start]);
    await tx.query(`UPDATE documents.upload SET received = $2 WHERE id = $1 AND state = 'receiving'`, [id, start]);
  }

  pieces(id: string): Promise<StoredFile[]> {
    return this.database.read<StoredFile>(
      'documents.upload-pieces',
      `SELECT f.id, f.size::float8 AS size, f.key_sealed AS "keySealed"
         FROM documents.upload_piece p JOIN documents.stored_file f ON f.id = p.file_id
        WHERE p.upload_id = $1 ORDER BY p.start`,
      [id],
    );
  }

  /** Claims a whole upload for its checks; false when somebody else has it or there is nothing to check. */
  async startChecking(id: string, seconds: number): Promise<boolean> {
    const rows = await this.database.execute(
      'documents.start-checking',
      `UPDATE documents.upload SET state = 'checking', checking_since = platform.now()
        WHERE id = $1 AND received = size
          AND (state = 'receiving'
            OR (state = 'checking' AND checking_since < platform.now() - make_interval(secs => $2)))
        RETURNING id`,
      [id, seconds],
    );
    return rows.length > 0;
  }

  /** Whole uploads whose checks nobody finished, or our own side gave back. */
  async findUnchecked(seconds: number): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(
      'documents.find-unchecked',
      `SELECT id FROM documents.upload
        WHERE received = size AND expires_at > platform.now() AND state IN ('receiving', 'checking')
          AND coalesce(checking_since, created_at)
            < platform.now() - make_interval(secs => CASE state WHEN 'receiving' THEN 10 ELSE $1 END)
        ORDER BY checking_since NULLS FIRST LIMIT 20`,
      [seconds],
    );
    return rows.map(({ id }) => id);
  }

  async accept(
    tx: Tx,
    id: string,
    content: { mediaType: string; sheets: number; sha256: string; file: StoredFile; days: number },
  ): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE documents.upload
          SET state = 'accepted', media_type = $2, sheets = $3, sha256 = $4, file_id = $5, cleaned_bytes = $6,
              expires_at = platform.now() + make_interval(days => $7)
        WHERE id = $1 AND state = 'checking' RETURNING id`,
      [id, content.mediaType, content.sheets, content.sha256, content.file.id, content.file.size, content.days],
    );
    if (rows.length > 0) await this.forgetPieces(tx, id);
    return rows.length > 0;
  }

  async reject(tx: Tx, id: string, problem: string, params: ErrorParams): Promise<void> {
    await tx.query(
      `UPDATE documents.upload SET state = 'rejected', problem = $2, problem_params = $3
        WHERE id = $1 AND state IN ('receiving', 'checking')`,
      [id, problem, params],
    );
    await this.forgetPieces(tx, id);
  }

  /** Rows of these uploads of the account, locked. */
  lockFinished(tx: Tx, accountId: string, ids: readonly string[]): Promise<FinishedUpload[]> {
    return tx.query(
      `SELECT id, state, media_type AS "mediaType", sheets, cleaned_bytes::float8 AS bytes, sha256, file_id AS "fileId",
              document_id AS "documentId"
         FROM documents.upload
        WHERE account_id = $1 AND id = ANY($2) AND expires_at > platform.now() ORDER BY id FOR UPDATE`,
      [accountId, ids],
    );
  }

  async markUsed(tx: Tx, ids: readonly string[], documentId: string): Promise<void> {
    await tx.query(`UPDATE documents.upload SET document_id = $2 WHERE id = ANY($1)`, [ids, documentId]);
  }

  /** Deletes an upload that has not become a document. */
  async remove(tx: Tx, accountId: string, id: string): Promise<void> {
    await tx.query(`DELETE FROM documents.upload WHERE id = $1 AND account_id = $2 AND document_id IS NULL`, [
      id,
      accountId,
    ]);
  }

  /**
   * Forgets what nobody finished or used in time, and the rows of used ones once they no longer count for the day. At most
   * 500 at a time; the files go with the next sweep.
   */
  async forgetExpired(tx: Tx): Promise<number> {
    const rows = await tx.query(
      `DELETE FROM documents.upload WHERE id IN (
         SELECT id FROM documents.upload
          WHERE (document_id IS NULL AND expires_at <= platform.now())
             OR (document_id IS NOT NULL AND created_at < platform.now() - interval '30 days')
          LIMIT 500 FOR UPDATE SKIP LOCKED) RETURNING id`,
    );
    return rows.length;
  }

  /** @returns how many documents the account has filed, which stay */
  async eraseOfAccount(tx: Tx, accountId: string): Promise<number> {
    await tx.query(`DELETE FROM documents.upload WHERE account_id = $1`, [accountId]);
    await tx.query(`SELECT set_config('app.subject', '*', true)`);
    const [row] = await tx.query<{ sent: number }>(
      `SELECT count(*)::int AS sent FROM documents.document WHERE account_id = $1`,
      [accountId],
    );
    await tx.query(`SELECT set_config('app.subject', '', true)`);
    return row?.sent ?? 0;
  }

  /**
   * Takes the right to write to an upload for some seconds. The machine's clock counts: this is about processes, not days.
   * @returns `free` also when there is no such upload
   */
  async lock(id: string, token: string, seconds: number): Promise<'taken' | 'free'> {
    const [row] = await this.database.execute<{ mine: boolean }>(
      'documents.lock-upload',
      `UPDATE documents.upload u
          SET lock_wanted = taken,
              lock_until = CASE WHEN taken THEN lock_until ELSE now() + make_interval(secs => $3) END,
              lock_token = CASE WHEN taken THEN lock_token ELSE $2 END
         FROM (SELECT id, coalesce(lock_until > now() AND lock_token <> $2, false) AS taken
                 FROM documents.upload WHERE id = $1 FOR UPDATE) held
        WHERE u.id = held.id RETURNING NOT taken AS mine`,
      [id, token, seconds],
    );
    return !row || row.mine ? 'free' : 'taken';
  }

  /** Keeps the right; tells whether somebody else asks for it, or has it by now. */
  async keepLock(id: string, token: string, seconds: number): Promise<boolean> {
    const [row] = await this.database.execute<{ wanted: boolean }>(
      'documents.keep-upload-lock',
      `UPDATE documents.upload SET lock_until = now() + make_interval(secs => $3)
        WHERE id = $1 AND lock_token = $2 RETURNING lock_wanted AS wanted`,
      [id, token, seconds],
    );
    return row?.wanted ?? false;
  }

  async unlock(id: string, token: string): Promise<void> {
    await this.database.execute(
      'documents.unlock-upload',
      `UPDATE documents.upload SET lock_token = NULL, lock_until = NULL, lock_wanted = false
        WHERE id = $1 AND lock_token = $2`,
      [id, token],
    );
  }

  /** Gives a check back that our own side could not finish. */
  async releaseCheck(id: string): Promise<void> {
    await this.database.execute(
      'documents.release-check',
      `UPDATE documents.upload SET state = 'receiving' WHERE id = $1 AND state = 'checking'`,
      [id],
    );
  }

  private async forgetPieces(tx: Tx, id: string): Promise<void> {
    await tx.query(`DELETE FROM documents.upload_piece WHERE upload_id = $1`, [id]);
  }
}
