import { Injectable } from '@nestjs/common';
import { Branding, MailLayout, OutgoingMessages, type Kept, type MailContent, type Tx } from '@of/platform';
import type { ErasureCause } from './erase-account';

/** The last mail to a member: the account is erased, this stays and why. */
@Injectable()
export class ErasureMail {
  constructor(
    private readonly messages: OutgoingMessages,
    private readonly layout: MailLayout,
    private readonly branding: Branding,
  ) {}

  async queue(
    tx: Tx,
    to: string,
    language: 'de' | 'en',
    report: { cause: ErasureCause; kept: readonly Kept[] },
  ): Promise<void> {
    const content = language === 'de' ? this.german(report.cause) : this.english(report.cause);
    const kept = report.kept.map(({ what, why }) => `– ${what[language]}. ${why[language]}`);
    const paragraphs = [...content.before, ...(kept.length > 0 ? [content.keptTitle, ...kept] : []), ...content.after];
    const mail: MailContent = { subject: content.subject, paragraphs };
    await this.messages.queueMail(tx, this.layout.compose(to, language, mail));
  }

  private german(cause: ErasureCause) {
    const { hotline, serviceName } = this.branding;
    const isOwn = cause === 'deleted';
    return {
      subject: 'Ihr Zugang ist gelöscht',
      before: [
        ...(isOwn ? [] : ['Ihre Versicherung bei uns ist beendet, und Ihr Zugang war seit Längerem geschlossen.']),
        `Wir haben Ihren Zugang zur ${serviceName} gelöscht: Ihr Passwort, Ihre E-Mail-Adresse und Mobilnummer, Ihre Geräte, Anmeldungen, Entwürfe und Zustimmungen.`,
      ],
      keptTitle: 'Das bleibt gespeichert:',
      after: isOwn
        ? [
            'Sie können sich jederzeit neu registrieren.',
            `Das waren Sie nicht? Dann rufen Sie uns bitte gleich an: ${hotline.number}.`,
          ]
        : ['Sind Sie wieder bei uns versichert? Dann können Sie sich neu registrieren.'],
    };
  }

  private english(cause: ErasureCause) {
    const { hotline, serviceName } = this.branding;
    const isOwn = cause === 'deleted';
    return {
      subject: 'Your account is deleted',
      before: [
        ...(isOwn ? [] : ['Your insurance with us has ended, and your account had been closed for some time.']),
        `We have deleted your account for the ${serviceName}: your password, your e-mail address and mobile number, your devices, logins, drafts and consents.`,
      ],
      keptTitle: 'This stays on file:',
      after: isOwn
        ? [
            'You can register again at any time.',
            `This was not you? Then please call us right away: ${hotline.number}.`,
          ]
        : ['Are you insured with us again? Then you can register anew.'],
    };
  }
}
