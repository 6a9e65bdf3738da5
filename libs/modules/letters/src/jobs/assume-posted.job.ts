import { Injectable } from '@nestjs/common';
import { ScheduledTask } from '@of/platform';
import { AssumePosted } from '../application/assume-posted';

/** Counts letters as posted where nobody reported for long enough. */
@Injectable()
export class AssumePostedTask extends ScheduledTask {
  readonly name = 'assume-posted';
  readonly every = 10 * 60_000;

  constructor(private readonly assumePosted: AssumePosted) {
    super();
  }

  run(): Promise<void> {
    return this.assumePosted.execute();
  }
}
