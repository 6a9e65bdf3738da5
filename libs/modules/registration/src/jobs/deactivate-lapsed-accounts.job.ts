import { Injectable } from '@nestjs/common';
import { ScheduledTask } from '@of/platform';
import { DeactivateLapsedAccounts } from '../application/deactivate-lapsed-accounts';
import { SynchroniseCover } from '../application/synchronise-cover';

/** Closes accounts whose waiting time after the end of cover is over. Catches up first on imports whose event was missed. */
@Injectable()
export class DeactivateLapsedAccountsTask extends ScheduledTask {
  readonly name = 'deactivate-lapsed-accounts';
  readonly every = 10 * 60_000;

  constructor(
    private readonly synchroniseCover: SynchroniseCover,
    private readonly deactivateLapsedAccounts: DeactivateLapsedAccounts,
  ) {
    super();
  }

  async run(): Promise<void> {
    await this.synchroniseCover.execute();
    await this.deactivateLapsedAccounts.execute();
  }
}
