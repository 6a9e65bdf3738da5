import { Injectable } from '@nestjs/common';
import { type SessionActor, type Tx } from '@of/platform';
import { SessionRepository } from '../persistence/session.repository';
import { SessionSteps } from './ports/session-step';

/** A step was done: works out what comes next for this session and returns the session as it is now. */
@Injectable()
export class AdvanceSession {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly steps: SessionSteps,
  ) {}

  async execute(tx: Tx, actor: Pick<SessionActor, 'sessionId' | 'accountId' | 'insuredId'>): Promise<SessionActor> {
    await this.sessions.setNextStep(tx, actor.sessionId, await this.steps.next(tx, actor));
    return this.sessions.getActor(tx, actor.sessionId);
  }
}
