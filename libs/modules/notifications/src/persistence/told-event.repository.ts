import { Injectable } from '@nestjs/common';
import { type Tx } from '@of/platform';

@Injectable()
export class ToldEventRepository {
  /** @returns false when this event was told about before */
  async remember(tx: Tx, eventId: string): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO notifications.told_event (event_id) VALUES ($1) ON CONFLICT DO NOTHING RETURNING event_id`,
      [eventId],
    );
    return rows.length > 0;
  }

  /** @returns false when the account was told of such an event in the last 24 hours */
  async rememberToday(tx: Tx, accountId: string, event: string): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO notifications.last_told AS t (account_id, event, told_at) VALUES ($1, $2, platform.now())
       ON CONFLICT (account_id, event) DO UPDATE SET told_at = excluded.told_at
        WHERE t.told_at <= platform.now() - interval '24 hours'
       RETURNING event`,
      [accountId, event],
    );
    return rows.length > 0;
  }

  async erase(tx: Tx, accountId: string): Promise<void> {
    await tx.query(`DELETE FROM notifications.last_told WHERE account_id = $1`, [accountId]);
  }
}
