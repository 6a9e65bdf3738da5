import { Injectable } from '@nestjs/common';
import { AccountLifeRepository, type AccountOwner } from '@of/identity';
import { Database } from '@of/platform';
import { BATCH } from './batch';
import { CoverCalendar } from './cover-calendar';
import { EraseAccount } from './erase-account';

/** Erases accounts that waited in vain for new cover, each in a transaction of its own. */
@Injectable()
export class ExpireDeactivatedAccounts {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountLifeRepository,
    private readonly eraseAccount: EraseAccount,
    private readonly calendar: CoverCalendar,
  ) {}

  /** @throws AggregateError at the end with what hindered single accounts; it keeps none of the others waiting */
  async execute(): Promise<void> {
    const { keepDeactivatedDays: days } = (await this.calendar.today()).rules;
    const faults: unknown[] = [];
    let after: string | null = null;
    for (;;) {
      const due: AccountOwner[] = await this.accounts.listExpired(days, after, BATCH);
      for (const owner of due) await this.expire(owner, days).catch((fault: unknown) => faults.push(fault));
      if (due.length < BATCH) break;
      after = due.at(-1)?.accountId ?? null;
    }
    if (faults.length > 0) throw new AggregateError(faults, `${faults.length} accounts could not be erased`);
  }

  private async expire(owner: AccountOwner, days: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (await this.accounts.holdExpired(tx, owner.accountId, days)) {
        await this.eraseAccount.execute(tx, owner, 'expired');
      }
    });
  }
}
