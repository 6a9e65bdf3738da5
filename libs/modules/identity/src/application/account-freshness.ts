import { Injectable } from '@nestjs/common';
import { type Tx } from '@of/platform';

/** How new the things are that a thief would bring along: devices and contact details. */
@Injectable()
export class AccountFreshness {
  async changedWithinDays(tx: Tx, accountId: string, days: number): Promise<boolean> {
    const rows = await tx.query(
      `SELECT FROM identity.device
        WHERE account_id = $1 AND state = 'active' AND created_at > platform.now() - make_interval(days => $2)
       UNION ALL
       SELECT FROM identity.contact
        WHERE account_id = $1 AND verified_at > platform.now() - make_interval(days => $2)
       LIMIT 1`,
      [accountId, days],
    );
    return rows.length > 0;
  }
}
