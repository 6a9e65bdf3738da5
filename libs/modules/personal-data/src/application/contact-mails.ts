import { Injectable } from '@nestjs/common';
import { Branding, MailLayout, OutgoingMessages, type Tx } from '@of/platform';

type Language = 'de' | 'en';

/** Texts around e-mail address and mobile number. A code follows the word "Code" and says what it is for. */
@Injectable()
export class ContactMails {
  constructor(
    private readonly messages: OutgoingMessages,
    private readonly layout: MailLayout,
    private readonly branding: Branding,
  ) {}

  /** @param isTaken another account uses the address as its user name */
  async emailCode(tx: Tx, to: string, language: Language, code: string, isTaken: boolean): Promise<void> {
    const { serviceName, insurerName } = this.branding;
    const content = {
      de: {
        subject: 'Bestätigen Sie Ihre E-Mail-Adresse',
        paragraphs: [
          `Mit diesem Code bestätigen Sie Ihre E-Mail-Adresse in der ${serviceName}. Er gilt 10 Minuten.`,
          ...(isTaken
            ? [
                'Ein anderer Zugang nutzt diese Adresse schon als Benutzername. Bitte melden Sie sich weiter mit Ihrer Versichertennummer an.',
              ]
            : []),
          `Sie haben nichts geändert? Dann ist nichts zu tun. Geben Sie den Code niemandem, auch nicht der ${insurerName}.`,
        ],
      },
      en: {
        subject: 'Confirm your e-mail address',
        paragraphs: [
          `With this code you confirm your e-mail address in the ${serviceName}. It is valid for 10 minutes.`,
          ...(isTaken
            ? [
                'Another account already uses this address as its user name. Please go on signing in with your insurance number.',
              ]
            : []),
          `You changed nothing? Then there is nothing to do. Give the code to nobody, not even to ${insurerName}.`,
        ],
      },
    }[language];
    await this.messages.queueMail(tx, this.layout.compose(to, language, { ...content, code }));
  }

  async mobileCode(tx: Tx, to: string, language: Language, code: string): Promise<void> {
    const { insurerName, serviceName } = this.branding;
    const text = {
      de: `${insurerName}: Ihr Code ${code} bestätigt diese Mobilnummer in der ${serviceName}. Er gilt 10 Minuten. Geben Sie ihn niemandem.`,
      en: `${insurerName}: Code ${code} confirms this mobile number in the ${serviceName}. It is valid for 10 minutes. Give it to nobody.`,
    }[language];
    await this.messages.queueSms(tx, { to, text });
  }

  /** A number that no longer counts hears that it does not. */
  async toFormerMobile(tx: Tx, to: string, language: Language): Promise<void> {
    const { serviceName, hotline } = this.branding;
    const text = {
      de: `${serviceName}: Diese Nummer gilt für Ihren Zugang nicht mehr. Das waren Sie nicht? Rufen Sie uns bitte gleich an: ${hotline.number}.`,
      en: `${serviceName}: this number no longer counts for your account. This was not you? Please call us right away: ${hotline.number}.`,
    }[language];
    await this.messages.queueSms(tx, { to, text });
  }
}
