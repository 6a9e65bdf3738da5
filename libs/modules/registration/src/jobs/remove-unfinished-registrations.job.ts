import { Injectable } from '@nestjs/common';
import { AccountRepository } from '@of/identity';
import { Database, ScheduledTask } from '@of/platform';
import { KEEP_UNFINISHED_DAYS } from '../domain/eligibility';

/** An open registration blocks its number; one whose code ran out a week ago makes room for a new one. */
@Injectable()
export class RemoveUnfinishedRegistrations extends ScheduledTask {
  readonly name = 'remove-unfinished-registrations';
  readonly every = 60 * 60_000;

  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
  ) {
    super();
  }

  async run(): Promise<void> {
    await this.database.transaction(async (tx) => {
      for (const account of await this.accounts.deleteUnfinished(tx, KEEP_UNFINISHED_DAYS)) {
        await tx.audit({ actor: 'system', subject: account.insuredId, act: 'registration.lapsed', object: account.id });
      }
    });
  }
}
