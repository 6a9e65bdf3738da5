import canonicalize from 'canonicalize';
import { type PoolClient, type Pool } from 'pg';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { newId } from '@of/kernel';
import type { AuditEntry } from '../audit/audit-entry';
import { currentTrace } from '../logging/trace';
import { databaseFault } from './sqlstate';
import type { Tx } from './tx';

const MAX_TRIES = 4;

function auditContent(entry: AuditEntry): string {
  return canonicalize({ result: 'ok', ...entry, trace: currentTrace() }) as string;
}

/** A transaction open on one connection. */
class OpenTransaction implements Tx {
  constructor(private readonly client: PoolClient) {}

  async query<Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    return (await this.client.query(sql, params as unknown[])).rows as Row[];
  }

  async audit(entry: Parameters<Tx['audit']>[0]): Promise<void> {
    await this.client.query('SELECT platform.append_audit($1, $2)', [entry.subject, auditContent(entry)]);
  }

  async auditAll(entries: Parameters<Tx['auditAll']>[0]): Promise<void> {
    // In the order of the chains: two transactions that write to several of them must not wait for each other.
    await this.client.query(
      `SELECT platform.append_audit(subject, content) FROM (
         SELECT subject, content FROM unnest($1::text[], $2::text[]) entry (subject, content)
          ORDER BY get_byte(sha256(convert_to(subject, 'UTF8')), 0) % 8) ordered`,
      [entries.map(({ subject }) => subject), entries.map(auditContent)],
    );
  }

  async publish(event: Parameters<Tx['publish']>[0]): Promise<void> {
    await this.client.query('INSERT INTO platform.outbox_event (id, name, payload, trace_id) VALUES ($1, $2, $3, $4)', [
      newId(),
      event.name,
      event.payload,
      currentTrace(),
    ]);
  }

  async publishAll(events: Parameters<Tx['publishAll']>[0]): Promise<void> {
    await this.client.query(
      `INSERT INTO platform.outbox_event (id, name, payload, trace_id)
       SELECT id, name, payload, $4 FROM unnest($1::uuid[], $2::text[], $3::jsonb[]) event (id, name, payload)`,
      [events.map(() => newId()), events.map(({ name }) => name), events.map(({ payload }) => payload), currentTrace()],
    );
  }
}

/**
 * The door to PostgreSQL: transactions for writing, named prepared statements for reading.
 */
@Injectable()
export class Database {
  private readonly pool: Pool;

  constructor(readonly dataSource: DataSource) {
    this.pool = (dataSource.driver as unknown as { master: Pool }).master;
  }

  /**
   * Runs `work` in one transaction. A serialization failure, deadlock or lock timeout is tried again (at most three
   * times, with jitter), so `work` must not have effects outside the database.
   */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.runOnce(work);
      } catch (error) {
        if (attempt >= MAX_TRIES || databaseFault(error) !== 'retry') throw error;
        await new Promise((resolve) => setTimeout(resolve, 10 * attempt + Math.random() * 20 * attempt));
      }
    }
  }

  /**
   * Runs one read-only statement as a named prepared statement on any free connection.
   * @param name unique per statement text; the server plans it once per connection
   */
  async read<Row>(name: string, sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    const result = await this.pool.query({ name, text: sql, values: params as unknown[] });
    return result.rows as Row[];
  }

  /** Runs one writing statement by itself; it is committed when this returns. Prepared like `read`. */
  execute<Row>(name: string, sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    return this.read<Row>(name, sql, params);
  }

  /** Lends one connection, e.g. for LISTEN or COPY. The caller must release it. */
  connect(): Promise<PoolClient> {
    return this.pool.connect();
  }

  private async runOnce<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    // A connection lost while idle inside the transaction emits an error nobody awaits.
    const onError = (error: Error): void => void (broken = error);
    client.on('error', onError);
    try {
      await client.query('BEGIN');
      const result = await work(new OpenTransaction(client));
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((failure: Error) => void (broken = failure));
      throw error;
    } finally {
      client.off('error', onError);
      client.release(broken);
    }
  }
}
