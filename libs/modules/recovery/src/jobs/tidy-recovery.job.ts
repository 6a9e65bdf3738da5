import { Injectable } from '@nestjs/common';
import { ScheduledTask } from '@of/platform';
import { TidyRecovery } from '../application/tidy-recovery';

@Injectable()
export class TidyRecoveryTask extends ScheduledTask {
  readonly name = 'tidy-recovery';
  readonly every = 60_000;

  constructor(private readonly tidy: TidyRecovery) {
    super();
  }

  run(): Promise<void> {
    return this.tidy.execute();
  }
}
