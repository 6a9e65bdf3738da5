import { Injectable } from '@nestjs/common';
import { AccountRepository, AdvanceSession, PostedCodes, SessionRepository } from '@of/identity';
import { type SessionActor } from '@of/platform';
import { alreadyActivated } from '../domain/registration.errors';

/** The posted code opens the account. Every other session ends: only the browser that had password and code stays. */
@Injectable()
export class ActivateAccount {
  constructor(
    private readonly codes: PostedCodes,
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly advance: AdvanceSession,
  ) {}

  /** @throws DomainError `code-invalid`, `code-expired`, `code-void`, `already-activated`, `too-many-requests` */
  async execute(actor: SessionActor, code: string): Promise<SessionActor> {
    if (actor.nextStep !== 'activate') throw alreadyActivated();
    return this.codes.redeem(actor.accountId, 'registration', code, async (tx) => {
      await this.accounts.activate(tx, actor.accountId);
      await this.sessions.endOthers(tx, actor.accountId, actor.sessionId, 'activated');
      await tx.audit({ actor: actor.accountId, subject: actor.insuredId, act: 'registration.activated' });
      return this.advance.execute(tx, actor);
    });
  }
}
