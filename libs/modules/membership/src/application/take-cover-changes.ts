import { Injectable } from '@nestjs/common';
import { type Tx } from '@of/platform';
import type { CoverEnd } from './read-cover-end';

/** Hands out people whose cover changed, with how it stands now; each change once, together with what follows from it. */
@Injectable()
export class TakeCoverChanges {
  /** @returns at most `limit`; none when all changes were taken, or are just being taken by somebody else */
  async execute(tx: Tx, limit: number): Promise<CoverEnd[]> {
    const taken = await tx.query<{ id: string }>(
      `DELETE FROM membership.cover_change WHERE insured_id IN (
         SELECT insured_id FROM membership.cover_change LIMIT $1 FOR UPDATE SKIP LOCKED)
       RETURNING insured_id AS id`,
      [limit],
    );
    // A statement of its own: it sees every import that was committed before the rows were taken.
    return tx.query<CoverEnd>(
      `SELECT insured_id AS "insuredId", CASE WHEN bool_and(ends_on IS NOT NULL) THEN max(ends_on) END::text AS "endsOn"
       FROM membership.insurance_period WHERE insured_id = ANY ($1) GROUP BY insured_id`,
      [taken.map(({ id }) => id)],
    );
  }
}
