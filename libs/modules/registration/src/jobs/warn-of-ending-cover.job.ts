import { Injectable } from '@nestjs/common';
import { ScheduledTask } from '@of/platform';
import { SynchroniseCover } from '../application/synchronise-cover';
import { WarnOfEndingCover } from '../application/warn-of-ending-cover';

/** Tells members in good time that their access will close. Catches up first on imports whose event was missed. */
@Injectable()
export class WarnOfEndingCoverTask extends ScheduledTask {
  readonly name = 'warn-of-ending-cover';
  readonly every = 60 * 60_000;

  constructor(
    private readonly synchroniseCover: SynchroniseCover,
    private readonly warnOfEndingCover: WarnOfEndingCover,
  ) {
    super();
  }

  async run(): Promise<void> {
    await this.synchroniseCover.execute();
    await this.warnOfEndingCover.execute();
  }
}
