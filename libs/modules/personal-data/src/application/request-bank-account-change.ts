import { Injectable } from '@nestjs/common';
import { RequestApproval, type Approval } from '@of/approval';
import { AccountLocks } from '@of/identity';
import { parseBankAccount } from '@of/membership';
import { Database, type SessionActor } from '@of/platform';

/** A member gives another bank account. Nothing changes before it is released on a device. */
@Injectable()
export class RequestBankAccountChange {
  constructor(
    private readonly database: Database,
    private readonly locks: AccountLocks,
    private readonly approvals: RequestApproval,
  ) {}

  /** @throws ValidationError with `iban-…`; DomainError `second-factor-required`, `recently-recovered`, `too-many-requests` */
  async execute(actor: SessionActor, command: { iban: string; accountHolder: string }): Promise<Approval> {
    const account = parseBankAccount({ ...command });
    await this.database.transaction((tx) => this.locks.assertNotFrozen(tx, actor.accountId));
    return this.approvals.execute(actor, 'bank-account-change', account);
  }
}
