import { Injectable } from '@nestjs/common';
import { Database } from '@of/platform';
import { SessionRepository } from '../persistence/session.repository';

/** Sessions and counted tries that nobody needs any more are deleted. */
@Injectable()
export class ForgetOldTraces {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionRepository,
  ) {}

  execute(): Promise<void> {
    return this.database.transaction((tx) => this.sessions.forgetOld(tx));
  }
}
