import { Injectable } from '@nestjs/common';
import { Branding, MailLayout, OutgoingMessages, type Tx } from '@of/platform';
import type { Account } from '../persistence/account.repository';

/** Notices about an account to its own verified address. Without one, nothing is sent. */
@Injectable()
export class AccountMails {
  constructor(
    private readonly messages: OutgoingMessages,
    private readonly layout: MailLayout,
    private readonly branding: Branding,
  ) {}

  async passwordChanged(tx: Tx, account: Account): Promise<void> {
    const { hotline, serviceName } = this.branding;
    await this.send(tx, account, {
      de: {
        subject: 'Ihr Passwort wurde geändert',
        paragraphs: [
          `Ihr Passwort für die ${serviceName} wurde gerade geändert. Auf allen anderen Geräten wurden Sie abgemeldet.`,
          `Das waren Sie nicht? Dann rufen Sie uns bitte gleich an: ${hotline.number}.`,
        ],
      },
      en: {
        subject: 'Your password was changed',
        paragraphs: [
          `Your password for the ${serviceName} has just been changed. You were signed out on all other devices.`,
          `This was not you? Then please call us right away: ${hotline.number}.`,
        ],
      },
    });
  }

  async loginBlocked(tx: Tx, account: Account): Promise<void> {
    const { hotline, serviceName } = this.branding;
    await this.send(tx, account, {
      de: {
        subject: 'Mehrere falsche Passwörter für Ihren Zugang',
        paragraphs: [
          `Jemand hat sich fünfmal mit einem falschen Passwort in der ${serviceName} anmelden wollen. Wir haben weitere Versuche für kurze Zeit gesperrt. Die Sperre endet von selbst.`,
          `Waren Sie das? Dann warten Sie bitte eine Minute und versuchen es noch einmal. Waren Sie es nicht, rufen Sie uns bitte an: ${hotline.number}.`,
        ],
      },
      en: {
        subject: 'Several wrong passwords for your account',
        paragraphs: [
          `Somebody tried five times to log in to the ${serviceName} with a wrong password. We have blocked further tries for a short time. The block ends by itself.`,
          `Was this you? Then please wait a minute and try again. If it was not you, please call us: ${hotline.number}.`,
        ],
      },
    });
  }

  async registrationTried(tx: Tx, account: Account): Promise<void> {
    const { hotline, serviceName } = this.branding;
    await this.send(tx, account, {
      de: {
        subject: 'Jemand wollte Sie noch einmal registrieren',
        paragraphs: [
          `Jemand hat mit Ihrer Versichertennummer eine Registrierung für die ${serviceName} versucht. Sie sind dort schon registriert. Es hat sich nichts geändert.`,
          `Waren Sie das? Dann melden Sie sich einfach mit Ihrem Passwort an. Waren Sie es nicht, rufen Sie uns bitte an: ${hotline.number}.`,
        ],
      },
      en: {
        subject: 'Somebody tried to register you again',
        paragraphs: [
          `Somebody tried to register for the ${serviceName} with your insurance number. You are registered there already. Nothing has changed.`,
          `Was this you? Then just sign in with your password. If it was not you, please call us: ${hotline.number}.`,
        ],
      },
    });
  }

  private async send(
    tx: Tx,
    account: Account,
    content: Record<'de' | 'en', { subject: string; paragraphs: string[] }>,
  ): Promise<void> {
    if (!account.email) return;
    await this.messages.queueMail(tx, this.layout.compose(account.email, account.language, content[account.language]));
  }
}
