import { Injectable } from '@nestjs/common';
import { ScheduledTask } from '@of/platform';
import { ExpireDeactivatedAccounts } from '../application/expire-deactivated-accounts';
import { SynchroniseCover } from '../application/synchronise-cover';

/** Erases accounts that waited in vain for new cover. Looks first whether it has come and only its event was missed. */
@Injectable()
export class ExpireDeactivatedAccountsTask extends ScheduledTask {
  readonly name = 'expire-deactivated-accounts';
  readonly every = 60 * 60_000;

  constructor(
    private readonly synchroniseCover: SynchroniseCover,
    private readonly expireDeactivatedAccounts: ExpireDeactivatedAccounts,
  ) {
    super();
  }

  async run(): Promise<void> {
    await this.synchroniseCover.execute();
    await this.expireDeactivatedAccounts.execute();
  }
}
