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
}
