import { Injectable } from '@nestjs/common';
import { type SessionActor, type Tx } from '@of/platform';
import { SessionRepository } from '../persistence/session.repository';
import { SessionSteps } from './ports/session-step';

/** A session began or a step was done: works out what comes next and returns the session as it is now. */
@Injectable()
export class AdvanceSession {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly steps: SessionSteps,
  ) {}

  async execute(tx: Tx, session: Pick<SessionActor, 'sessionId'>): Promise<SessionActor> {
    const actor = await this.sessions.getActor(tx, session.sessionId);
    const step = await this.steps.next(tx, actor);
    await this.sessions.setNextStep(tx, actor.sessionId, step?.step ?? null);
    if (step && step.step !== actor.nextStep) await step.begin(tx, actor);
    return { ...actor, nextStep: step?.step ?? null };
  }
}
