import { Injectable } from '@nestjs/common';
import { ScheduledTask } from '@of/platform';
import { TellOverdue } from '../application/tell-overdue';

/** Looks for submissions that nobody acknowledged in time. */
@Injectable()
export class TellOverdueTask extends ScheduledTask {
  readonly name = 'tell-overdue-submissions';
  readonly every = 60_000;

  constructor(private readonly tellOverdue: TellOverdue) {
    super();
  }

  run(): Promise<void> {
    return this.tellOverdue.execute();
  }
}
