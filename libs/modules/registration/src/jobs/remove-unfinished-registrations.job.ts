import { Injectable } from '@nestjs/common';
import { ScheduledTask } from '@of/platform';
import { RemoveUnfinished } from '../application/remove-unfinished';

/** An open registration blocks its number; one whose code ran out a week ago makes room for a new one. */
@Injectable()
export class RemoveUnfinishedRegistrations extends ScheduledTask {
  readonly name = 'remove-unfinished-registrations';
  readonly every = 60 * 60_000;

  constructor(private readonly removeUnfinished: RemoveUnfinished) {
    super();
  }

  run(): Promise<void> {
    return this.removeUnfinished.execute();
  }
}
