import { Injectable } from '@nestjs/common';
import { AccountRepository, AdvanceSession, ContactRepository, SentCodes, type FormerContact } from '@of/identity';
import { type SessionActor, type Tx } from '@of/platform';
import { contactChanged, emailChanged, mobileChanged } from '../domain/personal-data.events';
import { ContactMails } from './contact-mails';

/**
 * The code was entered: from now on the address or number counts. Every channel hears of it, the one that counted before
 * included; a former e-mail address gets a way to undo it, from the room that owns the undo.
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
    await this.codes.redeem(actor.accountId, `confirm-${kind}`, code, async (tx, target) => {
      const former = await this.contacts.set(tx, actor.accountId, kind, target);
      await tx.audit({
        actor: actor.accountId,
        subject: actor.insuredId,
        act: 'personal-data.contact-confirmed',
        details: { kind },
      });
      if (former) await this.tell(tx, actor.accountId, kind, former);
      await this.advance.execute(tx, actor);
    });
  }

  private async tell(tx: Tx, accountId: string, kind: 'email' | 'mobile', former: FormerContact): Promise<void> {
    await tx.publish(contactChanged({ accountId, kind, formerContactId: former.id }));
    if (kind === 'email') return tx.publish(emailChanged(accountId));
    await this.mails.toFormerMobile(tx, former.value, await this.accounts.getLanguage(tx, accountId));
    return tx.publish(mobileChanged(accountId));
  }
}
