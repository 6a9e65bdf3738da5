import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { MailMessage, SmsMessage } from './message';
import { Mailer } from './mailer';
import { SmsGateway } from './sms-gateway';

/** Writes a file so that a reader sees all of it or nothing, however often it is repeated. */
async function writeWhole(folder: string, name: string, content: Buffer | string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const temporary = join(folder, `.${name}.part`);
  await writeFile(temporary, content, { mode: 0o600 });
  await rename(temporary, join(folder, name));
}

/** Mails as `.eml` files: the default without a mail server. */
export class FolderMailer extends Mailer {
  private readonly transport = createTransport({ streamTransport: true, buffer: true });

  constructor(
    private readonly folder: string,
    private readonly from: string,
  ) {
    super();
  }

  async send(id: string, mail: MailMessage): Promise<void> {
    const { message } = await this.transport.sendMail({ ...mail, from: this.from, messageId: messageId(id) });
    await writeWhole(this.folder, `${id}.eml`, message as Buffer);
  }
}

/** Mails over SMTP. The Message-ID is that of the message, so a server can drop a repetition. */
export class SmtpMailer extends Mailer {
  private readonly transport;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    super();
    this.transport = createTransport(url, { connectionTimeout: 10_000, socketTimeout: 20_000 } as never);
  }

  async send(id: string, mail: MailMessage): Promise<void> {
    await this.transport.sendMail({ ...mail, from: this.from, messageId: messageId(id) });
  }
}

function messageId(id: string): string {
  return `<${id}@onlinefiliale>`;
}

/** Text messages as `.json` files `{ to, text, createdAt }`: the default without a gateway. */
export class FolderSmsGateway extends SmsGateway {
  constructor(private readonly folder: string) {
    super();
  }

  async send(id: string, sms: SmsMessage): Promise<void> {
    await writeWhole(
      this.folder,
      `${id}.json`,
      JSON.stringify({ ...sms, createdAt: new Date().toISOString() }, null, 2),
    );
  }
}

/** Text messages by `POST {to, text}` to a gateway, with the message id as `Idempotency-Key`. */
export class HttpSmsGateway extends SmsGateway {
  constructor(private readonly url: string) {
    super();
  }

  async send(id: string, sms: SmsMessage): Promise<void> {
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': id },
      body: JSON.stringify(sms),
      signal: AbortSignal.timeout(10_000),
    });
    if (!response.ok) throw new Error(`the SMS gateway answered ${response.status}`);
  }
}
