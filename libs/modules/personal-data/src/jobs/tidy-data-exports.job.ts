import { Injectable } from '@nestjs/common';
import { ScheduledTask } from '@of/platform';
import { TidyDataExports } from '../application/tidy-data-exports';

/** Erases exports whose time is over and looks after those that nobody finished. */
@Injectable()
export class TidyDataExportsTask extends ScheduledTask {
  readonly name = 'tidy-data-exports';
  readonly every = 60_000;

  constructor(private readonly tidyDataExports: TidyDataExports) {
    super();
  }

  run(): Promise<void> {
    return this.tidyDataExports.execute();
  }
}
