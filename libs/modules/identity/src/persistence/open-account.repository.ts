import { Injectable } from '@nestjs/common';
import { OpenAccounts, type OpenAccount, type Tx } from '@of/platform';

/** Accounts that are open, in the order of their ids so that two transactions never wait for each other. */
@Injectable()
export class OpenAccountRepository extends OpenAccounts {
  hold(tx: Tx, insuredIds: readonly string[]): Promise<OpenAccount[]> {
    return tx.query(
      `SELECT id AS "accountId", insured_id AS "insuredId",
              EXISTS (SELECT FROM identity.device d WHERE d.account_id = account.id AND d.state = 'active') AS "hasDevice"
         FROM identity.account
        WHERE insured_id = ANY($1) AND state = 'active' ORDER BY id FOR SHARE OF account`,
      [insuredIds],
    );
  }
}
