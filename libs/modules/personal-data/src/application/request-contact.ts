import { Injectable } from '@nestjs/common';
import { AdvanceSession, ContactRepository, PasswordCheck, SentCodes, parseEmail, parseMobile } from '@of/identity';
import { Database, type SessionActor } from '@of/platform';

/**
 * A member names an e-mail address or a mobile number. It counts only once the code that goes there was entered; until
 * then everything stays as it was.
 */
@Injectable()
export class RequestContact {
  constructor(
    private readonly database: Database,
    private readonly passwords: PasswordCheck,
    private readonly codes: SentCodes,
    private readonly contacts: ContactRepository,
    private readonly advance: AdvanceSession,
  ) {}

  /** @throws DomainError with field code `email-format` or `password-wrong`; `too-many-requests` */
  async email(actor: SessionActor, command: { email: string; password: string }): Promise<void> {
    return this.request(actor, 'confirm-email', parseEmail(command.email), command.password);
  }

  /** @throws DomainError with field code `mobile-format` or `password-wrong`; `too-many-requests` */
  async mobile(actor: SessionActor, command: { mobile: string; password: string }): Promise<void> {
    return this.request(actor, 'confirm-mobile', parseMobile(command.mobile), command.password);
  }

  /** No mobile phone: what would be sent there comes by post. */
  async withoutMobile(actor: SessionActor, password: string): Promise<void> {
    await this.passwords.confirm(actor.accountId, password);
    await this.database.transaction(async (tx) => {
      await this.contacts.declineMobile(tx, actor.accountId);
      await tx.audit({ actor: actor.accountId, subject: actor.insuredId, act: 'personal-data.mobile-declined' });
      await this.advance.execute(tx, actor);
    });
  }

  private async request(
    actor: SessionActor,
    purpose: 'confirm-email' | 'confirm-mobile',
    target: string,
    password: string,
  ): Promise<void> {
    await this.passwords.confirm(actor.accountId, password);
    await this.codes.assertMayOrder(actor.accountId);
    await this.database.transaction(async (tx) => {
      const id = await this.codes.order(tx, { accountId: actor.accountId, purpose, target });
      await tx.audit({
        actor: actor.accountId,
        subject: actor.insuredId,
        act: 'personal-data.contact-requested',
        object: id,
        details: { purpose },
      });
    });
  }
}
