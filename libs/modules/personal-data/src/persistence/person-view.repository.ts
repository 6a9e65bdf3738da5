import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@of/platform';

/** On which day an account looked at somebody else's data last. */
@Injectable()
export class PersonViewRepository {
  constructor(private readonly database: Database) {}

  async isNotedToday(accountId: string, subject: string): Promise<boolean> {
    const rows = await this.database.read(
      'personal-data.person-view',
      `SELECT FROM personal_data.person_view WHERE account_id = $1 AND subject_id = $2 AND viewed_on = platform.today()`,
      [accountId, subject],
    );
    return rows.length > 0;
  }

  /** @returns false when another request has noted it in the meantime */
  async note(tx: Tx, accountId: string, subject: string): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO personal_data.person_view AS v (account_id, subject_id, viewed_on) VALUES ($1, $2, platform.today())
       ON CONFLICT (account_id, subject_id) DO UPDATE SET viewed_on = excluded.viewed_on
         WHERE v.viewed_on < excluded.viewed_on
       RETURNING account_id`,
      [accountId, subject],
    );
    return rows.length > 0;
  }

  async erase(tx: Tx, accountId: string): Promise<void> {
    await tx.query(`DELETE FROM personal_data.person_view WHERE account_id = $1`, [accountId]);
  }
}
