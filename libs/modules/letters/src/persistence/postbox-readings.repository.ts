import { Injectable } from '@nestjs/common';
import { type Tx } from '@of/platform';
import { showPostOf } from './post-sight';
import type { PostboxView } from './postbox-items.repository';

/** Who opened and read what. */
@Injectable()
export class PostboxReadingsRepository {
  /** Whether there is such an item in this view; it stays while the transaction lasts. */
  async hold(tx: Tx, { insuredId, isSelf }: PostboxView, itemId: string): Promise<boolean> {
    await showPostOf(tx, insuredId);
    const rows = await tx.query(
      `SELECT FROM letters.postbox_item
        WHERE id = $1 AND insured_id = $2 AND ($3 OR NOT is_private) FOR KEY SHARE`,
      [itemId, insuredId, isSelf],
    );
    return rows.length > 0;
  }

  /** @returns false when this account has opened it before */
  async open(tx: Tx, accountId: string, itemId: string): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO letters.postbox_reading (item_id, account_id) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING item_id`,
      [itemId, accountId],
    );
    return rows.length > 0;
  }

  /** The same for all that the view shows. @returns how many were new */
  async openAll(tx: Tx, { insuredId, accountId, isSelf }: PostboxView): Promise<number> {
    await showPostOf(tx, insuredId);
    const rows = await tx.query(
      `INSERT INTO letters.postbox_reading (item_id, account_id)
       SELECT id, $2 FROM letters.postbox_item WHERE insured_id = $1 AND ($3 OR NOT is_private)
       ON CONFLICT DO NOTHING RETURNING item_id`,
      [insuredId, accountId, isSelf],
    );
    return rows.length;
  }

  /** @returns false when it was so already */
  async setRead(tx: Tx, accountId: string, itemId: string, isRead: boolean): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE letters.postbox_reading SET read_at = CASE WHEN $3 THEN platform.now() END
        WHERE item_id = $1 AND account_id = $2 AND (read_at IS NOT NULL) <> $3 RETURNING item_id`,
      [itemId, accountId, isRead],
    );
    return rows.length > 0;
  }
}
