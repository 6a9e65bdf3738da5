import { Injectable } from '@nestjs/common';
import { AccountRepository, ContactRepository, SentCodes, sentCodeRequested } from '@of/identity';
import { Database, EventListener, type ReceivedEvent } from '@of/platform';
import { ContactMails } from '../application/contact-mails';

/** Makes the code and seals the message with it in one transaction; nothing else ever sees it. */
@Injectable()
export class WhenCodeRequestedSendIt extends EventListener {
  readonly event = sentCodeRequested;

  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly contacts: ContactRepository,
    private readonly codes: SentCodes,
    private readonly mails: ContactMails,
  ) {
    super();
  }

  async handle({ payload }: ReceivedEvent): Promise<void> {
    await this.database.transaction(async (tx) => {
      const minted = await this.codes.mint(tx, String(payload['sentCodeId']));
      if (!minted) return;
      const { accountId, target, code } = minted;
      const { language } = await this.accounts.getById(accountId);
      if (minted.purpose === 'confirm-mobile') return this.mails.mobileCode(tx, target, language, code);
      const isTaken = await this.contacts.isTaken(tx, accountId, target);
      return this.mails.emailCode(tx, target, language, code, isTaken);
    });
  }
}
