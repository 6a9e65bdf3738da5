import { Inject, Injectable } from '@nestjs/common';
import { LOGGER, ScheduledTask } from '@of/platform';
import { type Logger } from 'pino';
import { ForwardSubmission } from '../application/forward-submission';
import { ListToForward } from '../application/list-to-forward.query';

const MOST_IN_A_RUN = 200;

/** Forwards what an event did not: a store that was away, a worker that was killed. */
@Injectable()
export class ForwardSubmissions extends ScheduledTask {
  readonly name = 'forward-submissions';
  readonly every = 60_000;

  constructor(
    private readonly open: ListToForward,
    private readonly forward: ForwardSubmission,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    super();
  }

  async run(): Promise<void> {
    for (const id of await this.open.execute(MOST_IN_A_RUN)) {
      await this.forward.execute(id).catch((error: unknown) => {
        this.logger.warn({ err: error, submissionId: id }, 'submission not forwarded: trying again');
      });
    }
  }
}
