import type { MailMessage } from './message';

/** Port: hands one mail to the mail server. */
export abstract class Mailer {
  /** @param id names the message; handing the same id over again must not make a second mail where that can be told */
  abstract send(id: string, mail: MailMessage): Promise<void>;
}
