import { Injectable } from '@nestjs/common';
import { PersonNames, type SessionActor } from '@of/platform';
import { SessionSteps } from '../application/ports/session-step';
import type { SessionResponse } from './dto/session.dto';

/** A session as the portal sees it. The person is named only once the posted code has proven who it is (B1). */
@Injectable()
export class SessionPresenter {
  constructor(
    private readonly persons: PersonNames,
    private readonly steps: SessionSteps,
  ) {}

  async present(actor: SessionActor): Promise<SessionResponse> {
    const person = actor.nextStep === 'activate' ? null : await this.persons.find(actor.insuredId);
    return {
      id: actor.sessionId,
      nextStep: actor.nextStep,
      level: actor.level,
      idleExpiresAt: actor.idleExpiresAt.toISOString(),
      absoluteExpiresAt: actor.absoluteExpiresAt.toISOString(),
      ...(await this.steps.present(actor.nextStep, actor)),
      ...(person ? { person } : {}),
    };
  }
}
