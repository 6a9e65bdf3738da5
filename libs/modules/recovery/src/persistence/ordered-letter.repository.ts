import { Injectable } from '@nestjs/common';
import { type DateOnly } from '@of/kernel';
import { Database, type Tx } from '@of/platform';
import { LETTER_LOST_DAYS } from '../domain/recovery-rules';

type Purpose = 'device' | 'reset';

/** Letters with a code that this room ordered and whose code was not used yet. */
@Injectable()
export class OrderedLetterRepository {
  constructor(private readonly database: Database) {}

  /** All that are remembered, the oldest first. */
  list(accountId: string): Promise<object[]> {
    return this.database.read(
      'recovery.ordered-letters',
      `SELECT purpose, ordered_at AS "orderedAt", expected_by::text AS "expectedBy", closed_at AS "closedAt"
         FROM recovery.ordered_letter WHERE account_id = $1 ORDER BY ordered_at`,
      [accountId],
    );
  }

  async insert(
    tx: Tx,
    order: { letterId: string; accountId: string; purpose: Purpose; expectedBy: DateOnly },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO recovery.ordered_letter (letter_id, account_id, purpose, expected_by) VALUES ($1, $2, $3, $4)`,
      [order.letterId, order.accountId, order.purpose, String(order.expectedBy)],
    );
  }

  /** Whether a letter may still arrive. */
  async isUnderWay(tx: Tx, accountId: string, purpose: Purpose): Promise<boolean> {
    const rows = await tx.query(
      `SELECT FROM recovery.ordered_letter
        WHERE account_id = $1 AND purpose = $2 AND closed_at IS NULL
          AND expected_by + ${LETTER_LOST_DAYS} >= platform.today()`,
      [accountId, purpose],
    );
    return rows.length > 0;
  }

  async findOpen(tx: Tx, accountId: string, purpose: Purpose): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT letter_id AS id FROM recovery.ordered_letter
        WHERE account_id = $1 AND purpose = $2 AND closed_at IS NULL ORDER BY letter_id`,
      [accountId, purpose],
    );
    return rows.map(({ id }) => id);
  }

  /** The code was used, or the order withdrawn. @returns the letters this was about */
  async close(tx: Tx, accountId: string, purpose: Purpose): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `UPDATE recovery.ordered_letter SET closed_at = platform.now()
        WHERE account_id = $1 AND purpose = $2 AND closed_at IS NULL RETURNING letter_id AS id`,
      [accountId, purpose],
    );
    return rows.map(({ id }) => id);
  }

  async erase(tx: Tx, accountId: string): Promise<void> {
    await tx.query(`DELETE FROM recovery.ordered_letter WHERE account_id = $1`, [accountId]);
  }

  async forgetOld(tx: Tx, days: number): Promise<void> {
    await tx.query(
      `DELETE FROM recovery.ordered_letter WHERE ordered_at < platform.now() - make_interval(days => $1)`,
      [days],
    );
  }
}
