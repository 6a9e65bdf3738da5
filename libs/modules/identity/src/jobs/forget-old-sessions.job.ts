import { Injectable } from '@nestjs/common';
import { Database, ScheduledTask } from '@of/platform';
import { SessionRepository } from '../persistence/session.repository';

/** Sessions and counted tries that nobody needs any more are deleted. */
@Injectable()
export class ForgetOldSessions extends ScheduledTask {
  readonly name = 'forget-old-sessions';
  readonly every = 60 * 60_000;

  constructor(
    private readonly database: Database,
    private readonly sessions: SessionRepository,
  ) {
    super();
  }

  async run(): Promise<void> {
    await this.database.transaction((tx) => this.sessions.forgetOld(tx));
  }
}
