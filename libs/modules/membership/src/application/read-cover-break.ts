import { Injectable } from '@nestjs/common';
import { Database } from '@of/platform';
import type { InsuranceKind } from '../domain/member';

const sql = `
  SELECT CASE WHEN broken_from <= platform.today() THEN broken_from END::text AS "brokenFrom"
  FROM (SELECT CASE WHEN stretch IS NULL THEN $3::date ELSE upper(stretch) END AS broken_from
          FROM (SELECT 1) one
          LEFT JOIN (SELECT unnest(range_agg(daterange(starts_on, ends_on, '[]'))) AS stretch
                       FROM membership.insurance_period WHERE insured_id = $1 AND kind = $2) stretches
            ON stretch @> $3::date) found`;

/** Whether cover that was confirmed on a day has run on since then. */
@Injectable()
export class ReadCoverBreak {
  constructor(private readonly database: Database) {}

  /** @returns the first day from `day` to today without cover of this kind; null when there is none */
  async execute(insuredId: string, kind: InsuranceKind, day: string): Promise<string | null> {
    const [row] = await this.database.read<{ brokenFrom: string | null }>('membership.cover_break', sql, [
      insuredId,
      kind,
      day,
    ]);
    return row?.brokenFrom ?? null;
  }
}
