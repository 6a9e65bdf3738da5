import { Injectable } from '@nestjs/common';
import { type Tx } from '@of/platform';
import type { ApprovalAction, ApprovalLine } from '../../domain/approval-action';

/** Whose account an approval belongs to. */
export interface ApprovalOwner {
  accountId: string;
  insuredId: string;
  language: 'de' | 'en';
}

/** An approval in the moment it is released. */
export interface ReleasedApproval {
  id: string;
  accountId: string;
  insuredId: string;
  /** Browser session that asked. */
  sessionId: string;
  /** Device that released it. */
  deviceId: string;
}

/** An approval that the member refused. */
export type DeclinedApproval = Omit<ReleasedApproval, 'sessionId'> & {
  /** Null when the session is forgotten already. */
  sessionId: string | null;
};

/**
 * Port: an act that happens only when the member releases it on a device. The room that owns the act registers it; releasing
 * and doing are one transaction.
 *
 * `Payload` is plain JSON. It is sealed in the database and never leaves it: both screens show only `describe`.
 */
export abstract class ProtectedAction<Payload = unknown> {
  abstract readonly type: ApprovalAction;
  /** How long the member has, in seconds. */
  readonly lifetimeSeconds: number = 300;

  /** The lines for both screens, in the owner's language. An IBAN is masked to its last four characters. */
  abstract describe(payload: Payload, owner: ApprovalOwner): Promise<ApprovalLine[]>;

  /**
   * Does it, inside the transaction that closes the approval. A thrown DomainError rolls everything back and leaves the
   * approval pending, so check what can be checked before asking.
   */
  abstract apply(tx: Tx, payload: Payload, approval: ReleasedApproval): Promise<void>;

  /** Something to do in the transaction of a refusal; nothing by default. */
  async decline(_tx: Tx, _payload: Payload, _approval: DeclinedApproval): Promise<void> {}
}

/** All protected actions of the house, by type. */
@Injectable()
export class ProtectedActions {
  private readonly actions = new Map<string, ProtectedAction>();

  register(action: ProtectedAction<never>): void {
    this.actions.set(action.type, action);
  }

  get(type: string): ProtectedAction {
    const action = this.actions.get(type);
    if (!action) throw new Error(`no room does "${type}"`);
    return action;
  }
}
