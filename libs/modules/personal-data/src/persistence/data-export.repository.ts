import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@of/platform';
import { progressOf, type DataExport, type DataExportId, type ExportState } from '../domain/data-export';

interface Row {
  id: DataExportId;
  state: ExportState;
  level: 'basic' | 'full';
  done: number;
  total: number;
  size: string | null;
  documentId: string | null;
  createdAt: Date;
  readyAt: Date | null;
  expiresAt: Date | null;
}

/** What a worker needs to make it. */
export interface ClaimedExport {
  readonly id: string;
  readonly accountId: string;
  readonly insuredId: string;
  readonly level: 'basic' | 'full';
  readonly language: 'de' | 'en';
  readonly tries: number;
  /** The day on which it is made. */
  readonly madeOn: string;
}

/** Its time is over at that instant, not when it is erased a little later. */
const columns = `
  id, CASE WHEN state = 'ready' AND expires_at <= platform.now() THEN 'expired' ELSE state END AS state, level, done, total,
  size, document_id AS "documentId", created_at AS "createdAt", ready_at AS "readyAt", expires_at AS "expiresAt"`;

function toExport({ done, total, size, documentId: _, ...row }: Row): DataExport {
  return { ...row, progress: row.readyAt ? 100 : progressOf(done, total), size: size ? Number(size) : null };
}

/** Rows of `personal_data.data_export`. A run is known by its id: what an overtaken run still writes does not count. */
@Injectable()
export class DataExportRepository {
  constructor(private readonly database: Database) {}

  async insert(
    tx: Tx,
    order: { id: string; accountId: string; insuredId: string; level: string; language: string },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO personal_data.data_export (id, account_id, insured_id, level, language) VALUES ($1, $2, $3, $4, $5)`,
      [order.id, order.accountId, order.insuredId, order.level, order.language],
    );
  }

  /** Orders of the last 24 hours, and the seconds until the oldest no longer counts. */
  async countToday(tx: Tx, accountId: string): Promise<{ count: number; seconds: number }> {
    const [row] = await tx.query<{ count: number; seconds: number | null }>(
      `SELECT count(*)::int AS count,
         ceil(extract(epoch FROM min(created_at) + interval '24 hours' - platform.now()))::int AS seconds
         FROM personal_data.data_export
        WHERE account_id = $1 AND state <> 'failed' AND created_at > platform.now() - interval '24 hours'`,
      [accountId],
    );
    return { count: row?.count ?? 0, seconds: Math.max(1, row?.seconds ?? 1) };
  }

  async list(accountId: string, limit: number): Promise<DataExport[]> {
    const rows = await this.database.read<Row>(
      'data-export.list',
      `SELECT ${columns} FROM personal_data.data_export WHERE account_id = $1 ORDER BY created_at DESC, id DESC LIMIT $2`,
      [accountId, limit],
    );
    return rows.map(toExport);
  }

  /** @returns null when there is no such export of this account */
  async find(accountId: string, id: string): Promise<(DataExport & { documentId: string | null }) | null> {
    const [row] = await this.database.read<Row>(
      'data-export.find',
      `SELECT ${columns} FROM personal_data.data_export WHERE account_id = $1 AND id = $2`,
      [accountId, id],
    );
    return row ? { ...toExport(row), documentId: row.documentId } : null;
  }

  /** Takes an export for this run, unless another run shows signs of life. */
  async claim(id: string, runId: string, silentMinutes: number): Promise<ClaimedExport | null> {
    const [row] = await this.database.execute<ClaimedExport>(
      'data-export.claim',
      `UPDATE personal_data.data_export
          SET state = 'building', run_id = $2, beat_at = platform.now(), tries = tries + 1, done = 0
        WHERE id = $1 AND (state = 'ordered'
          OR (state = 'building' AND beat_at < platform.now() - make_interval(mins => $3)))
        RETURNING id, account_id AS "accountId", insured_id AS "insuredId", level, language, tries,
          platform.today()::text AS "madeOn"`,
      [id, runId, silentMinutes],
    );
    return row ?? null;
  }

  /** A sign of life. @returns false when the run was overtaken, or its account is gone */
  async beat(id: string, runId: string, { done, total }: { done: number; total: number }): Promise<boolean> {
    const rows = await this.database.execute(
      'data-export.beat',
      `UPDATE personal_data.data_export SET beat_at = platform.now(), done = $3, total = $4
        WHERE id = $1 AND run_id = $2 AND state = 'building' RETURNING id`,
      [id, runId, done, total],
    );
    return rows.length > 0;
  }

  /** @returns false when the run was overtaken */
  async finish(
    tx: Tx,
    { id, runId }: { id: string; runId: string },
    ready: { documentId: string; size: number; keptDays: number },
  ): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE personal_data.data_export
          SET state = 'ready', document_id = $3, size = $4, ready_at = platform.now(),
              expires_at = platform.now() + make_interval(days => $5)
        WHERE id = $1 AND run_id = $2 AND state = 'building' RETURNING id`,
      [id, runId, ready.documentId, ready.size, ready.keptDays],
    );
    return rows.length > 0;
  }

  /** The run broke: it waits for the next try, or for nothing any more. */
  async giveBack(id: string, runId: string, state: 'ordered' | 'failed'): Promise<void> {
    await this.database.execute(
      'data-export.give-back',
      `UPDATE personal_data.data_export SET state = $3 WHERE id = $1 AND run_id = $2 AND state = 'building'`,
      [id, runId, state],
    );
  }

  /**
   * Has those wait for a worker anew that nobody works on although they should be made: their worker died, or the event
   * that asked for them was done before their run broke. At most 100 at a time, each once in those minutes.
   */
  async orderLostAnew(tx: Tx, silentMinutes: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `WITH lost AS (
         SELECT id FROM personal_data.data_export
          WHERE state IN ('ordered', 'building')
            AND coalesce(beat_at, created_at) < platform.now() - make_interval(mins => $1)
          ORDER BY created_at LIMIT 100 FOR UPDATE SKIP LOCKED)
       UPDATE personal_data.data_export e SET state = 'ordered', beat_at = platform.now() FROM lost
        WHERE e.id = lost.id RETURNING e.id`,
      [silentMinutes],
    );
    return rows.map(({ id }) => id);
  }

  /** Takes exports whose time is over. At most 100 at a time. */
  takeExpired(tx: Tx): Promise<{ id: string; insuredId: string; documentId: string }[]> {
    return tx.query(
      `WITH over AS (
         SELECT id, document_id FROM personal_data.data_export
          WHERE state = 'ready' AND expires_at <= platform.now() ORDER BY expires_at LIMIT 100 FOR UPDATE SKIP LOCKED)
       UPDATE personal_data.data_export e SET state = 'expired', document_id = NULL FROM over
        WHERE e.id = over.id RETURNING e.id, e.insured_id AS "insuredId", over.document_id AS "documentId"`,
    );
  }

  /** @returns the documents that go with them */
  eraseOfAccount(tx: Tx, accountId: string): Promise<{ id: string; documentId: string | null }[]> {
    return tx.query(
      `DELETE FROM personal_data.data_export WHERE account_id = $1 RETURNING id, document_id AS "documentId"`,
      [accountId],
    );
  }
}
