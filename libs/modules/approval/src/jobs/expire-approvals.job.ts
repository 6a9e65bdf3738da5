import { Injectable } from '@nestjs/common';
import { Database, ScheduledTask } from '@of/platform';
import { EndApprovals } from '../application/end-approvals';

const BATCH = 500;

/** Writes down that approvals ran out; whoever reads one sees it before. */
@Injectable()
export class ExpireApprovals extends ScheduledTask {
  readonly name = 'expire-approvals';
  readonly every = 30_000;

  constructor(
    private readonly database: Database,
    private readonly endings: EndApprovals,
  ) {
    super();
  }

  async run(): Promise<void> {
    let count = BATCH;
    while (count === BATCH) count = await this.database.transaction((tx) => this.endings.expire(tx, null, BATCH));
  }
}
