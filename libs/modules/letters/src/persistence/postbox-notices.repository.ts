import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@of/platform';
import { showAllPost } from './post-sight';

/** Post that an account is to be told of. */
export interface WaitingPost {
  readonly count: number;
  /** Whether something of legal effect is among it. */
  readonly hasDecision: boolean;
}

/** Who still has to be told that post is there. */
@Injectable()
export class PostboxNoticesRepository {
  constructor(private readonly database: Database) {}

  /**
   * Accounts with post that they were not told of, and that were told nothing for a day, in the order of their ids.
   * @param after the last id of the page before
   */
  async findDue(limit: number, after: string | null): Promise<string[]> {
    const rows = await this.database.read<{ accountId: string }>(
      'postbox.due-notices',
      `SELECT n.account_id AS "accountId" FROM letters.postbox_notice n
        WHERE n.told_at IS NULL AND ($2::uuid IS NULL OR n.account_id > $2) AND NOT EXISTS (
          SELECT FROM letters.postbox_notice t
           WHERE t.account_id = n.account_id AND t.told_at > platform.now() - interval '24 hours')
        GROUP BY n.account_id ORDER BY n.account_id LIMIT $1`,
      [limit, after],
    );
    return rows.map(({ accountId }) => accountId);
  }

  /**
   * Takes what an account is to be told of, so that nobody takes it twice. What it has read already counts as told.
   * @returns null when there is nothing any more, or a notice was sent within a day
   */
  async take(tx: Tx, accountId: string): Promise<WaitingPost | null> {
    await tx.query(`SELECT pg_advisory_xact_lock(7312, hashtext($1))`, [accountId]);
    const [told] = await tx.query<{ recently: boolean }>(
      `SELECT EXISTS (SELECT FROM letters.postbox_notice
         WHERE account_id = $1 AND told_at > platform.now() - interval '24 hours') AS recently`,
      [accountId],
    );
    if (told?.recently) return null;
    await tx.query(
      `DELETE FROM letters.postbox_notice n USING letters.postbox_reading r
        WHERE n.account_id = $1 AND n.told_at IS NULL AND r.item_id = n.item_id AND r.account_id = $1
          AND r.read_at IS NOT NULL`,
      [accountId],
    );
    await showAllPost(tx);
    const [waiting] = await tx.query<WaitingPost>(
      `WITH taken AS (
         UPDATE letters.postbox_notice SET told_at = platform.now() WHERE account_id = $1 AND told_at IS NULL
         RETURNING item_id)
       SELECT count(*)::int AS count, coalesce(bool_or(i.is_decision), false) AS "hasDecision"
         FROM taken JOIN letters.postbox_item i ON i.id = taken.item_id`,
      [accountId],
    );
    return waiting && waiting.count > 0 ? waiting : null;
  }

  /** From now on the legal dates of what was just taken run: the notice is on its way. */
  async markNotified(tx: Tx, accountId: string): Promise<void> {
    await showAllPost(tx);
    await tx.query(
      `UPDATE letters.postbox_item SET notified_at = platform.now()
        WHERE notified_at IS NULL AND id IN (
          SELECT item_id FROM letters.postbox_notice WHERE account_id = $1 AND told_at = platform.now())`,
      [accountId],
    );
  }
}
