import { Injectable } from '@nestjs/common';
import { Database } from '@of/platform';

const sql = `
  SELECT EXISTS (
    SELECT FROM membership.insurance_period
    WHERE insured_id = $1 AND (ends_on IS NULL OR ends_on + $2::int >= platform.today())
  ) AS covered`;

/** Whether a person is insured today, will be soon (a confirmed start in the future), or was until a short while ago. */
@Injectable()
export class HasCover {
  constructor(private readonly database: Database) {}

  /** @param graceDays for how many days after its end a period still counts; 0: none */
  async execute(insuredId: string, graceDays: number): Promise<boolean> {
    const [row] = await this.database.read<{ covered: boolean }>('membership.has_cover', sql, [insuredId, graceDays]);
    return row?.covered === true;
  }
}
