import { Injectable } from '@nestjs/common';
import { ProtectedAction, type ApprovalLine, type ApprovalOwner, type ReleasedApproval } from '@of/approval';
import { AccountFreshness, AccountLocks } from '@of/identity';
import { Iban } from '@of/kernel';
import { ChangeBankAccount, ReadProfile, type BankAccount } from '@of/membership';
import { type Tx } from '@of/platform';
import { FRESH_DAYS, HOLD_HOURS } from '../domain/change';
import { bankAccountChanged } from '../domain/personal-data.events';
import { RecordChange } from './record-change';

/** The order in which a thief works: a device or an address of their own first, then the account. */
@Injectable()
export class BankAccountCare {
  constructor(
    private readonly locks: AccountLocks,
    private readonly freshness: AccountFreshness,
  ) {}

  /**
   * @returns for how many hours nothing may be paid to a new account
   * @throws DomainError `recently-recovered`
   */
  async holdHours(tx: Tx, accountId: string): Promise<number> {
    await this.locks.assertNotFrozen(tx, accountId);
    return (await this.freshness.changedWithinDays(tx, accountId, FRESH_DAYS)) ? HOLD_HOURS : 0;
  }
}

const words = {
  de: { iban: 'IBAN', holder: 'Kontoinhaber' },
  en: { iban: 'IBAN', holder: 'Account holder' },
};

/** A new bank account, released on a device. Both screens show only the last four characters of an IBAN. */
@Injectable()
export class BankAccountChangeAction extends ProtectedAction<BankAccount> {
  readonly type = 'bank-account-change';

  constructor(
    private readonly profiles: ReadProfile,
    private readonly care: BankAccountCare,
    private readonly changeAccount: ChangeBankAccount,
    private readonly record: RecordChange,
  ) {
    super();
  }

  async describe({ iban, accountHolder }: BankAccount, owner: ApprovalOwner): Promise<ApprovalLine[]> {
    const { bankAccount: present } = await this.profiles.execute(owner.insuredId);
    const { iban: ibanLabel, holder } = words[owner.language];
    return [
      { label: ibanLabel, ...(present && { from: present.ibanMasked }), to: Iban.mask(iban.slice(-4)) },
      { label: holder, ...(present && { from: present.accountHolder }), to: accountHolder },
    ];
  }

  async apply(tx: Tx, account: BankAccount, { id, accountId, insuredId }: ReleasedApproval): Promise<void> {
    const holdHours = await this.care.holdHours(tx, accountId);
    const payoutsHeldUntil = await this.changeAccount.execute(tx, insuredId, account, holdHours);
    const changeId = await this.record.execute(tx, {
      accountId,
      insuredId,
      kind: 'bank-account',
      content: account,
      approvalId: id,
      payoutsHeldUntil,
    });
    await tx.publish(bankAccountChanged(accountId, changeId));
  }
}
