import { Injectable } from '@nestjs/common';
import { type Tx } from '@of/platform';

/** How fresh an address is: letters with secrets to a new one deserve a second look. */
@Injectable()
export class AddressAge {
  /** Whether the core system or the member changed it. The first import of a person is no change. */
  async changedWithinDays(tx: Tx, insuredId: string, days: number): Promise<boolean> {
    const rows = await tx.query(
      `SELECT FROM membership.insured_person p JOIN membership.current_address a ON a.insured_id = p.id
        WHERE p.id = $1 AND (p.address_changed_at > platform.now() - make_interval(days => $2)
          OR a.valid_from > platform.today() - $2::int)`,
      [insuredId, days],
    );
    return rows.length > 0;
  }
}
