import { Injectable } from '@nestjs/common';
import { ScheduledTask } from '../queue/scheduled-task';
import { Database } from './database';

/** Empties messages a day after hand-over, forgets them and finished events after 30 days, drops counted tries and keys that ran out. */
@Injectable()
export class TidyPlatform extends ScheduledTask {
  readonly name = 'tidy-platform';
  readonly every = 10 * 60_000;

  constructor(private readonly database: Database) {
    super();
  }

  async run(): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.query(
        `UPDATE platform.outgoing_message SET sealed = NULL
          WHERE sealed IS NOT NULL AND handed_over_at < platform.now() - interval '24 hours'`,
      );
      await tx.query(
        `DELETE FROM platform.outgoing_message WHERE handed_over_at < platform.now() - interval '30 days'`,
      );
      await tx.query(`DELETE FROM platform.outbox_event WHERE done_at < platform.now() - interval '30 days'`);
      await tx.query(`DELETE FROM platform.idempotency_key WHERE created_at < now() - interval '24 hours'`);
      await tx.query(`DELETE FROM platform.counted_try WHERE window_end < platform.now()`);
    });
  }
}
