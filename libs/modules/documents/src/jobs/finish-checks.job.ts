import { Injectable } from '@nestjs/common';
import { ScheduledTask } from '@of/platform';
import { FinishChecks } from '../application/finish-checks';

/** Checks uploads whose check was cut off. */
@Injectable()
export class FinishChecksTask extends ScheduledTask {
  readonly name = 'finish-checks';
  readonly every = 60_000;

  constructor(private readonly finishChecks: FinishChecks) {
    super();
  }

  run(): Promise<void> {
    return this.finishChecks.execute();
  }
}
