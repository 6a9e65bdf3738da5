import { Injectable } from '@nestjs/common';
import { Sealer, type Tx } from '@of/platform';
import type { BankAccount } from '../domain/member';
import { ibanContext } from '../persistence/iban-context';

/**
 * A bank account that the member gives. It stays in force until the core system confirms it or sends another one.
 */
@Injectable()
export class ChangeBankAccount {
  constructor(private readonly sealer: Sealer) {}

  /**
   * @param holdHours so long nothing is paid to the new account; 0 where nothing speaks against it
   * @returns until when nothing is paid to it
   */
  async execute(tx: Tx, insuredId: string, account: BankAccount, holdHours: number): Promise<Date | null> {
    const [person] = await tx.query<{ externalId: string }>(
      `SELECT external_id AS "externalId" FROM membership.insured_person WHERE id = $1 FOR UPDATE`,
      [insuredId],
    );
    const { externalId } = person as { externalId: string };
    const [row] = await tx.query<{ holdUntil: Date | null }>(
      `INSERT INTO membership.bank_account (insured_id, iban_sealed, iban_last_four, account_holder, hold_until)
       VALUES ($1, $2, $3, $4, CASE WHEN $5 > 0 THEN platform.now() + make_interval(hours => $5) END)
       ON CONFLICT (insured_id) DO UPDATE SET iban_sealed = excluded.iban_sealed,
         iban_last_four = excluded.iban_last_four, account_holder = excluded.account_holder,
         hold_until = excluded.hold_until
       RETURNING hold_until AS "holdUntil"`,
      [
        insuredId,
        this.sealer.seal(account.iban, ibanContext(externalId)),
        account.iban.slice(-4),
        account.accountHolder,
        holdHours,
      ],
    );
    return row?.holdUntil ?? null;
  }
}
