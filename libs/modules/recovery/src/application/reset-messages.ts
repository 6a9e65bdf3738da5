import { Injectable } from '@nestjs/common';
import { Branding, MailLayout, OutgoingMessages, type Tx } from '@of/platform';

type Language = 'de' | 'en';

/** Messages with a code for a new password. The code follows the word "Code". */
@Injectable()
export class ResetMessages {
  constructor(
    private readonly messages: OutgoingMessages,
    private readonly layout: MailLayout,
    private readonly branding: Branding,
  ) {}

  async email(tx: Tx, to: string, language: Language, code: string): Promise<void> {
    const { serviceName, insurerName } = this.branding;
    const content = {
      de: {
        subject: 'Ihr Code für ein neues Passwort',
        paragraphs: [
          `Mit diesem Code legen Sie ein neues Passwort für die ${serviceName} fest. Er gilt 10 Minuten.`,
          `Sie haben nichts angefordert? Dann ist nichts zu tun, Ihr Passwort bleibt, wie es ist. Geben Sie den Code niemandem, auch nicht der ${insurerName}.`,
        ],
      },
      en: {
        subject: 'Your code for a new password',
        paragraphs: [
          `With this code you set a new password for the ${serviceName}. It is valid for 10 minutes.`,
          `You did not ask for it? Then there is nothing to do, your password stays as it is. Give the code to nobody, not even to ${insurerName}.`,
        ],
      },
    }[language];
    await this.messages.queueMail(tx, this.layout.compose(to, language, { ...content, code }));
  }

  async mobile(tx: Tx, to: string, language: Language, code: string): Promise<void> {
    const { insurerName, serviceName } = this.branding;
    const text = {
      de: `${insurerName}: Ihr Code ${code} für ein neues Passwort der ${serviceName}. Er gilt 10 Minuten. Geben Sie ihn niemandem.`,
      en: `${insurerName}: Code ${code} sets a new password for the ${serviceName}. It is valid for 10 minutes. Give it to nobody.`,
    }[language];
    await this.messages.queueSms(tx, { to, text });
  }
}
