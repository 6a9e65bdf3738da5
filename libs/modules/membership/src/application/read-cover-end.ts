import { Injectable } from '@nestjs/common';
import { type Tx } from '@of/platform';

export interface CoverEnd {
  readonly insuredId: string;
  /** Last day of all cover we know of, also of one that has not begun; null while no end is known. */
  readonly endsOn: string | null;
}

/** Until when somebody is insured. */
@Injectable()
export class ReadCoverEnd {
  /** Holds the answer: no import changes this person's cover before the transaction is over. */
  async execute(tx: Tx, insuredId: string): Promise<CoverEnd> {
    await tx.query(`SELECT FROM membership.insured_person WHERE id = $1 FOR SHARE`, [insuredId]);
    const [row] = await tx.query<Pick<CoverEnd, 'endsOn'>>(
      `SELECT CASE WHEN bool_and(ends_on IS NOT NULL) THEN max(ends_on) END::text AS "endsOn"
       FROM membership.insurance_period WHERE insured_id = $1`,
      [insuredId],
    );
    return { insuredId, endsOn: row?.endsOn ?? null };
  }
}
