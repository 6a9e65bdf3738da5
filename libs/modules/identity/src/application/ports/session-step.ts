import { Injectable } from '@nestjs/common';
import { type NextStep, type Tx } from '@of/platform';

/**
 * Port: something a member may have to do before using the portal. Rooms above register theirs; nobody asks "which step"
 * with a chain of ifs.
 */
export abstract class SessionStep {
  abstract readonly step: NextStep;
  abstract isDue(tx: Tx, session: StepOwner): Promise<boolean>;

  /** What the step needs once a session has come to it, in the same transaction; nothing by default. */
  async begin(_tx: Tx, _session: StepOwner): Promise<void> {}

  /** What the portal is told about the step together with the session, e.g. the approval that waits. */
  async present(_session: StepOwner): Promise<SessionDetails> {
    return {};
  }
}

/** Parts of the session's answer that a step adds. */
export interface SessionDetails {
  approval?: object;
}

/** The session that asks for its next step, and whose it is. */
export interface StepOwner {
  sessionId: string;
  accountId: string;
  insuredId: string;
  level: 'basic' | 'full';
}

/** The order is fixed: nothing that writes comes before the second factor was asked. */
const order: readonly NextStep[] = ['activate', 'approve-login', 'change-password', 'accept-terms', 'confirm-contact'];

@Injectable()
export class SessionSteps {
  private readonly steps: SessionStep[] = [];

  register(step: SessionStep): void {
    this.steps.push(step);
    this.steps.sort((a, b) => order.indexOf(a.step) - order.indexOf(b.step));
  }

  /** The first step that is due, or null. */
  async next(tx: Tx, session: StepOwner): Promise<SessionStep | null> {
    for (const step of this.steps) if (await step.isDue(tx, session)) return step;
    return null;
  }

  /** What the step that a session has come to adds to the session's answer. */
  async present(step: NextStep | null, session: StepOwner): Promise<SessionDetails> {
    const current = this.steps.find((known) => known.step === step);
    return current ? current.present(session) : {};
  }
}
