import { Injectable } from '@nestjs/common';
import { coverChanged } from '@of/membership';
import { EventListener } from '@of/platform';
import { DeactivateLapsedAccounts } from '../application/deactivate-lapsed-accounts';
import { SynchroniseCover } from '../application/synchronise-cover';
import { WarnOfEndingCover } from '../application/warn-of-ending-cover';

/** An import changed periods of insurance: what follows for accounts does not wait for the schedules. */
@Injectable()
export class WhenCoverChangedFollowIt extends EventListener {
  readonly event = coverChanged;

  constructor(
    private readonly synchroniseCover: SynchroniseCover,
    private readonly warnOfEndingCover: WarnOfEndingCover,
    private readonly deactivateLapsedAccounts: DeactivateLapsedAccounts,
  ) {
    super();
  }

  async handle(): Promise<void> {
    await this.synchroniseCover.execute();
    await this.warnOfEndingCover.execute();
    await this.deactivateLapsedAccounts.execute();
  }
}
