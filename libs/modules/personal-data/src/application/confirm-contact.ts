import { Injectable } from '@nestjs/common';
import { AccountRepository, AdvanceSession, ContactRepository, SentCodes } from '@of/identity';
import { type SessionActor } from '@of/platform';
import { contactChanged } from '../domain/personal-data.events';
import { ContactMails } from './contact-mails';

/**
 * The code was entered: from now on the address or number counts. The former e-mail address hears of it together with a
 * way to undo it, from the room that owns the undo; a new mobile number is told by mail.
 */
@Injectable()
export class ConfirmContact {
  constructor(
    private readonly codes: SentCodes,
    private readonly accounts: AccountRepository,
    private readonly contacts: ContactRepository,
    private readonly advance: AdvanceSession,
    private readonly mails: ContactMails,
  ) {}

  /** @throws DomainError `code-invalid`, `code-expired`, `code-void`, `too-many-requests` */
  async execute(actor: SessionActor, kind: 'email' | 'mobile', code: string): Promise<void> {
    const before = await this.accounts.getById(actor.accountId);
    await this.codes.redeem(actor.accountId, `confirm-${kind}`, code, async (tx, target) => {
      const former = await this.contacts.set(tx, actor.accountId, kind, target);
      await tx.audit({
        actor: actor.accountId,
        subject: actor.insuredId,
        act: 'personal-data.contact-confirmed',
        details: { kind },
      });
      if (former) {
        await tx.publish(contactChanged({ accountId: actor.accountId, kind, formerContactId: former.id }));
        if (kind === 'mobile' && before.email) await this.mails.mobileChanged(tx, before.email, before.language);
      }
      await this.advance.execute(tx, actor);
    });
  }
}
