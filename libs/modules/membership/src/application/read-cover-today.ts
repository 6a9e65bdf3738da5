import { Injectable } from '@nestjs/common';
import { Database } from '@of/platform';
import type { InsuranceKind } from '../domain/member';

/** Cover that runs today: periods of one kind that follow each other without a gap count as one. */
export interface CoverToday {
  readonly kind: InsuranceKind;
  readonly from: string;
  /** Last day; null while no end is known. */
  readonly to: string | null;
}

const sql = `
  SELECT kind, lower(stretch)::text AS "from", (upper(stretch) - 1)::text AS "to"
  FROM (SELECT kind, unnest(range_agg(daterange(starts_on, ends_on, '[]'))) AS stretch
          FROM membership.insurance_period WHERE insured_id = $1 GROUP BY kind) stretches
  WHERE stretch @> platform.today()`;

/** How somebody is insured today. */
@Injectable()
export class ReadCoverToday {
  constructor(private readonly database: Database) {}

  /** Null when nothing runs. */
  async execute(insuredId: string): Promise<CoverToday | null> {
    const [row] = await this.database.read<CoverToday>('membership.cover_today', sql, [insuredId]);
    return row ?? null;
  }
}
