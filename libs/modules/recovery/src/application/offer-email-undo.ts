import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AccountRepository, ContactRepository } from '@of/identity';
import { newId } from '@of/kernel';
import { AppConfig, Branding, Database, MailLayout, OutgoingMessages, type Tx } from '@of/platform';
import { UNDO_HOURS } from '../domain/recovery-rules';
import { EmailUndoRepository } from '../persistence/email-undo.repository';

/** The mail to an address that no longer counts. */
@Injectable()
export class UndoMail {
  constructor(
    private readonly config: AppConfig,
    private readonly messages: OutgoingMessages,
    private readonly layout: MailLayout,
    private readonly branding: Branding,
  ) {}

  async queue(tx: Tx, to: string, language: 'de' | 'en', token: string): Promise<void> {
    const { serviceName, hotline } = this.branding;
    // Behind "#": browsers never send that part to a server, and scanners of mails undo nothing by opening it.
    const link = `${this.config.publicOrigin}/email-rueckgaengig#token=${token}`;
    const content = {
      de: {
        subject: 'Ihre E-Mail-Adresse wurde geändert',
        paragraphs: [
          `In der ${serviceName} ist jetzt eine andere E-Mail-Adresse hinterlegt. Waren Sie das? Dann ist nichts zu tun.`,
          `Das waren Sie nicht? Dann machen Sie die Änderung rückgängig. Der Link gilt ${UNDO_HOURS} Stunden:`,
          link,
          `Danach gilt wieder diese Adresse, alle werden abgemeldet, und das bisherige Passwort gilt nicht mehr. Ein neues legen Sie mit einem Code fest, den wir Ihnen mit der Post schicken. Rufen Sie uns bitte an, wenn Sie Hilfe brauchen: ${hotline.number}.`,
        ],
      },
      en: {
        subject: 'Your e-mail address was changed',
        paragraphs: [
          `The ${serviceName} now holds a different e-mail address. Was this you? Then there is nothing to do.`,
          `This was not you? Then undo the change. The link works for ${UNDO_HOURS} hours:`,
          link,
          `After that this address counts again, everybody is signed out, and the present password is no longer valid. You set a new one with a code that we send you by post. Please call us if you need help: ${hotline.number}.`,
        ],
      },
    }[language];
    await this.messages.queueMail(tx, this.layout.compose(to, language, content));
  }
}

/** Makes the link that undoes a change of the e-mail address, and seals the mail with it in one transaction. */
@Injectable()
export class OfferEmailUndo {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly contacts: ContactRepository,
    private readonly undos: EmailUndoRepository,
    private readonly mail: UndoMail,
  ) {}

  async execute(accountId: string, formerContactId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (!(await this.accounts.hold(tx, accountId))) return;
      const former = await this.contacts.findFormer(tx, accountId, formerContactId);
      if (!former) return;
      const token = randomBytes(32).toString('base64url');
      const isNew = await this.undos.insert(tx, {
        id: newId<'EmailUndo'>(),
        tokenHash: createHash('sha256').update(token).digest(),
        accountId,
        formerContactId,
        changedAt: former.replacedAt,
      });
      if (isNew) await this.mail.queue(tx, former.value, await this.accounts.getLanguage(tx, accountId), token);
    });
  }
}
