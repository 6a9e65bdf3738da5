import { Injectable } from '@nestjs/common';
import { DateOnly } from '@of/kernel';
import { Database, type Tx } from '@of/platform';
import type { DocumentVersion } from '../domain/legal-document';

const standing = `
  SELECT platform.today()::text AS today,
    (SELECT coalesce(json_agg(json_build_object('kind', kind, 'version', version)), '[]')
       FROM consent.acknowledgement WHERE account_id = $1) AS acknowledged`;

export interface Standing {
  readonly today: DateOnly;
  readonly acknowledged: readonly DocumentVersion[];
}

/** Who has acknowledged which version, and when. */
@Injectable()
export class AcknowledgementRepository {
  constructor(private readonly database: Database) {}

  async today(): Promise<DateOnly> {
    const sql = `SELECT platform.today()::text AS today`;
    const [row] = await this.database.read<{ today: string }>('consent.today', sql);
    return DateOnly.parse(row?.today);
  }

  /** The calendar day and everything the account has acknowledged. */
  async getStanding(accountId: string, tx?: Tx): Promise<Standing> {
    type Row = { today: string; acknowledged: DocumentVersion[] };
    const [row] = tx
      ? await tx.query<Row>(standing, [accountId])
      : await this.database.read<Row>('consent.standing', standing, [accountId]);
    return { today: DateOnly.parse(row?.today), acknowledged: row?.acknowledged ?? [] };
  }

  /** Returns false when that version had been acknowledged before; its first time stands. */
  async insert(tx: Tx, accountId: string, { kind, version }: DocumentVersion): Promise<boolean> {
    const inserted = await tx.query(
      `INSERT INTO consent.acknowledgement (account_id, kind, version) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING RETURNING kind`,
      [accountId, kind, version],
    );
    return inserted.length > 0;
  }

  /** Everything the account has acknowledged, the oldest first. */
  list(accountId: string): Promise<object[]> {
    return this.database.read(
      'consent.acknowledged',
      `SELECT kind, version, acknowledged_at AS "acknowledgedAt" FROM consent.acknowledgement
        WHERE account_id = $1 ORDER BY acknowledged_at, kind`,
      [accountId],
    );
  }

  async erase(tx: Tx, accountId: string): Promise<void> {
    await tx.query(`DELETE FROM consent.acknowledgement WHERE account_id = $1`, [accountId]);
  }
}
