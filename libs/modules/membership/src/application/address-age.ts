import { Injectable } from '@nestjs/common';
import { type Tx } from '@of/platform';

/** How fresh an address is: letters with secrets to a new one deserve a second look. */
@Injectable()
export class AddressAge {
  /** The first import of a person is no change. */
  async changedWithinDays(tx: Tx, insuredId: string, days: number): Promise<boolean> {
    const rows = await tx.query(
      `SELECT FROM membership.insured_person
        WHERE id = $1 AND address_changed_at > platform.now() - make_interval(days => $2)`,
      [insuredId, days],
    );
    return rows.length > 0;
  }
}
