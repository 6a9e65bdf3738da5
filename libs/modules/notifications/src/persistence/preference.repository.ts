import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@of/platform';
import type { Choice } from '../domain/notice-channels';

const select = `SELECT kind, channel, is_on AS "isOn" FROM notifications.preference WHERE account_id = $1`;

@Injectable()
export class PreferenceRepository {
  constructor(private readonly database: Database) {}

  /** What the member chose; nothing for what was never touched. */
  list(accountId: string): Promise<Choice[]> {
    return this.database.read<Choice>('preference.list', select, [accountId]);
  }

  /** The same inside a transaction. */
  listIn(tx: Tx, accountId: string): Promise<Choice[]> {
    return tx.query<Choice>(select, [accountId]);
  }

  async set(tx: Tx, accountId: string, { kind, channel, isOn }: Choice): Promise<void> {
    await tx.query(
      `INSERT INTO notifications.preference (account_id, kind, channel, is_on) VALUES ($1, $2, $3, $4)
       ON CONFLICT (account_id, kind, channel) DO UPDATE SET is_on = excluded.is_on`,
      [accountId, kind, channel, isOn],
    );
  }

  async erase(tx: Tx, accountId: string): Promise<void> {
    await tx.query(`DELETE FROM notifications.preference WHERE account_id = $1`, [accountId]);
  }
}
