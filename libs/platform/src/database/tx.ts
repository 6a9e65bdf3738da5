import type { AuditEntry } from '../audit/audit-entry';
import type { PublishedEvent } from '../outbox/outbox-event';

/**
 * One unit of work. What is written, who did it (audit) and what follows from it (event) are committed together
 * or not at all.
 */
export interface Tx {
  /** Runs one statement and returns its rows (`RETURNING` included). Parameters are `$1…`. */
  query<Row = Record<string, unknown>>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
  /** Appends to the hash-chained audit trail. */
  audit(entry: AuditEntry): Promise<void>;
  /** The same for many entries in one statement. */
  auditAll(entries: readonly AuditEntry[]): Promise<void>;
  /** Puts an event into the outbox; it is delivered at least once after the commit. */
  publish(event: PublishedEvent): Promise<void>;
  /** The same for many events in one statement. */
  publishAll(events: readonly PublishedEvent[]): Promise<void>;
}
