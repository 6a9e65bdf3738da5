import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EndApprovals } from '@of/approval';
import { AccountRepository, ContactRepository, NewPassword, SentCodes, SessionRepository } from '@of/identity';
import { Database, type Tx } from '@of/platform';
import { linkExpired, linkUsed, notFound } from '../domain/recovery.errors';
import { emailChangeUndone } from '../domain/recovery.events';
import { EmailUndoRepository, type EmailUndo } from '../persistence/email-undo.repository';

/** Leaves nothing to go on with to whoever is in an account, or knows its password. */
@Injectable()
export class PutEverybodyOut {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly approvals: EndApprovals,
    private readonly codes: SentCodes,
    private readonly passwords: NewPassword,
  ) {}

  /** Made before the transaction: hashing takes its time. */
  prepare(): Promise<string> {
    return this.passwords.unknown();
  }

  async execute(tx: Tx, accountId: string, prepared: string): Promise<void> {
    await this.sessions.endOthers(tx, accountId, null, 'email-change-undone');
    await this.approvals.cancel(tx, accountId);
    await this.codes.void(tx, accountId);
    await this.passwords.revoke(tx, accountId, prepared);
  }
}

/**
 * Gives the former e-mail address back to whoever reads mail there. Everybody is signed out, nothing that was begun with
 * the other address goes on, and the password that was needed for the change opens nothing any more (D7).
 */
@Injectable()
export class UndoEmailChange {
  constructor(
    private readonly database: Database,
    private readonly undos: EmailUndoRepository,
    private readonly accounts: AccountRepository,
    private readonly contacts: ContactRepository,
    private readonly putOut: PutEverybodyOut,
  ) {}

  /** @throws DomainError `link-used`, `link-expired`, `not-found` */
  async execute(token: string): Promise<void> {
    const undo = await this.find(token);
    const { insuredId } = await this.accounts.getById(undo.accountId);
    const prepared = await this.putOut.prepare();
    await this.database.transaction(async (tx) => {
      const { accountId } = undo;
      await this.accounts.lock(tx, accountId);
      if (!(await this.undos.use(tx, undo))) throw linkUsed();
      await this.contacts.restore(tx, undo.formerContactId);
      await this.putOut.execute(tx, accountId, prepared);
      await tx.audit({
        actor: 'anonymous',
        subject: insuredId,
        act: 'recovery.email-change-undone',
        object: undo.id,
      });
      await tx.publish(emailChangeUndone(accountId));
    });
  }

  private async find(token: string): Promise<EmailUndo> {
    const undo = await this.undos.find(createHash('sha256').update(token).digest());
    if (!undo) throw notFound();
    if (undo.state === 'used') throw linkUsed();
    if (undo.state === 'expired') throw linkExpired();
    return undo;
  }
}
