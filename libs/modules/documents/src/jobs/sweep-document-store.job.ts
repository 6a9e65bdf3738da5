import { Injectable } from '@nestjs/common';
import { ScheduledTask } from '@of/platform';
import { SweepStore } from '../application/sweep-store';

/** Sweeps the store of documents. */
@Injectable()
export class SweepDocumentStore extends ScheduledTask {
  readonly name = 'sweep-document-store';
  readonly every = 10 * 60_000;

  constructor(private readonly sweepStore: SweepStore) {
    super();
  }

  run(): Promise<void> {
    return this.sweepStore.execute();
  }
}
