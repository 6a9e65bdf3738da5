import { Injectable } from '@nestjs/common';
import { type SessionActor } from '@of/platform';
import { SessionRepository, type SessionOverview } from '../persistence/session.repository';

/** Where a member is logged in, the most recently used session first. */
@Injectable()
export class ListSessions {
  constructor(private readonly sessions: SessionRepository) {}

  execute(actor: SessionActor): Promise<SessionOverview[]> {
    return this.sessions.list(actor.accountId, actor.sessionId);
  }
}
