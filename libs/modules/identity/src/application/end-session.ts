import { Injectable } from '@nestjs/common';
import { parseId } from '@of/kernel';
import { Database, type SessionActor } from '@of/platform';
import { notFound } from '../domain/identity.errors';
import { SessionRepository } from '../persistence/session.repository';

/** Logout, here or remotely: the session is over with the next request. */
@Injectable()
export class EndSession {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionRepository,
  ) {}

  /** @throws DomainError `not-found` when this account has no such running session */
  async execute(actor: SessionActor, sessionId: string): Promise<void> {
    const id = parseId<'Session'>(sessionId);
    if (!id) throw notFound();
    await this.database.transaction(async (tx) => {
      const isEnded = await this.sessions.end(
        tx,
        actor.accountId,
        id,
        id === actor.sessionId ? 'logout' : 'remote-logout',
      );
      if (!isEnded) throw notFound();
      await tx.audit({ actor: actor.accountId, subject: actor.insuredId, act: 'identity.logged-out', object: id });
    });
  }
}
