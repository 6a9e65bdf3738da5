import { DomainError, parseId } from '@of/kernel';
import type { Database } from '../database/database';

/** An event that was given up. */
export interface DeadLetter {
  id: string;
  name: string;
  deadAt: Date;
  failures: number;
  lastError: string | null;
}

/** What operators see and do with events that were given up. */
export class DeadLetters {
  constructor(private readonly database: Database) {}

  /** Oldest first, at most 500. */
  list(): Promise<DeadLetter[]> {
    return this.database.read<DeadLetter>(
      'dead-letters.list',
      `SELECT id, name, dead_at AS "deadAt", failures, last_error AS "lastError"
         FROM platform.outbox_event WHERE dead_at IS NOT NULL ORDER BY dead_at LIMIT 500`,
    );
  }

  /**
   * Sends one on its way again, with a fresh count of failures.
   * @throws DomainError `not-found`
   */
  async retry(id: string, actor: string): Promise<void> {
    const eventId = parseId<'Event'>(id);
    await this.database.transaction(async (tx) => {
      const rows = eventId
        ? await tx.query<{ name: string }>(
            `UPDATE platform.outbox_event
                SET dead_at = NULL, failures = 0, dispatches = 0, available_at = now(), last_error = NULL
              WHERE id = $1 AND dead_at IS NOT NULL RETURNING name`,
            [eventId],
          )
        : [];
      if (!rows[0]) throw new DomainError('not-found', 'not-found');
      await tx.audit({
        actor,
        subject: '-',
        act: 'platform.dead-letter-retried',
        object: id,
        details: { event: rows[0].name },
      });
      await tx.query(`SELECT pg_notify('outbox', '')`);
    });
  }
}
