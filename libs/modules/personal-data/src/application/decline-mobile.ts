import { Injectable } from '@nestjs/common';
import { AccountRepository, AdvanceSession, ContactRepository, PasswordCheck } from '@of/identity';
import { Database, type SessionActor } from '@of/platform';
import { mobileRemoved } from '../domain/personal-data.events';
import { ContactMails } from './contact-mails';

/** A member has no mobile phone, or no longer: what would be sent there comes by post. A number that counted is told. */
@Injectable()
export class DeclineMobile {
  constructor(
    private readonly database: Database,
    private readonly passwords: PasswordCheck,
    private readonly accounts: AccountRepository,
    private readonly contacts: ContactRepository,
    private readonly mails: ContactMails,
    private readonly advance: AdvanceSession,
  ) {}

  /** @throws DomainError with field code `password-wrong`; `too-many-requests` */
  async execute(actor: SessionActor, password: string): Promise<void> {
    const { accountId, insuredId } = actor;
    await this.passwords.confirm(accountId, password);
    await this.database.transaction(async (tx) => {
      await this.accounts.lock(tx, accountId);
      const former = await this.contacts.findVerified(tx, accountId, 'mobile');
      await this.contacts.declineMobile(tx, accountId);
      await tx.audit({ actor: accountId, subject: insuredId, act: 'personal-data.mobile-declined' });
      if (former) {
        await this.mails.toFormerMobile(tx, former, await this.accounts.getLanguage(tx, accountId));
        await tx.publish(mobileRemoved(accountId));
      }
      await this.advance.execute(tx, actor);
    });
  }
}
