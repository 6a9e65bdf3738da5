import { Injectable } from '@nestjs/common';
import { type NextStep, type Tx } from '@of/platform';

/**
 * Port: something a member may have to do before using the portal. Rooms above register theirs; nobody asks "which step"
 * with a chain of ifs.
 */
export abstract class SessionStep {
  abstract readonly step: NextStep;
  abstract isDue(tx: Tx, account: { accountId: string; insuredId: string }): Promise<boolean>;
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
  async next(tx: Tx, account: { accountId: string; insuredId: string }): Promise<NextStep | null> {
    for (const step of this.steps) if (await step.isDue(tx, account)) return step.step;
    return null;
  }
}
