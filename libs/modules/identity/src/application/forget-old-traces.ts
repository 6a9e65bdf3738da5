import { Injectable } from '@nestjs/common';
import { Database } from '@of/platform';
import { DeviceChallengeRepository } from '../persistence/device-challenge.repository';
import { SessionRepository } from '../persistence/session.repository';

/** Sessions and counted tries that nobody needs any more are deleted. */
@Injectable()
export class ForgetOldTraces {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionRepository,
    private readonly challenges: DeviceChallengeRepository,
  ) {}

  execute(): Promise<void> {
    return this.database.transaction(async (tx) => {
      await this.sessions.forgetOld(tx);
      await this.challenges.forgetOld(tx);
    });
  }
}
