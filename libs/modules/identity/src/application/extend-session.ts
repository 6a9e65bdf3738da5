import { Injectable } from '@nestjs/common';
import { DomainError } from '@of/kernel';
import { type SessionActor } from '@of/platform';
import { SessionRepository } from '../persistence/session.repository';

/** The member stays: the idle deadline starts anew, whatever was written last. */
@Injectable()
export class ExtendSession {
  constructor(private readonly sessions: SessionRepository) {}

  async execute(actor: SessionActor): Promise<SessionActor> {
    const idleExpiresAt = await this.sessions.extend(actor.sessionId);
    if (!idleExpiresAt) throw new DomainError('not-authenticated', 'unauthenticated');
    return { ...actor, idleExpiresAt };
  }
}
