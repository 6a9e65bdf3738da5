import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { testDatabase } from '@of/testing';
import { TidyPlatform } from '../database/tidy-platform.job';
import { Branding } from '../config/branding';
import { Sealer } from '../crypto/sealer';
import { FolderMailer, FolderSmsGateway } from './channels';
import { HandOverMessage } from './hand-over-message.listener';
import { MailLayout } from './mail-layout';
import { OutgoingMessages, messageQueued } from './outgoing-messages';

const test = testDatabase();
let messages: OutgoingMessages;
let handOver: HandOverMessage;
let mails: string;
let sms: string;

beforeAll(() => {
  const sealer = new Sealer(test.config);
  [mails, sms] = [join(test.config.DATA_DIR, 'mail'), join(test.config.DATA_DIR, 'sms')];
  messages = new OutgoingMessages(sealer);
  handOver = new HandOverMessage(
    test.database,
    sealer,
    new FolderMailer(mails, 'Musterkasse <a@musterkasse.example>'),
    new FolderSmsGateway(sms),
  );
});

async function queued(): Promise<string> {
  const [event] = await test.query<{ payload: { messageId: string } }>(
    `SELECT payload FROM platform.outbox_event WHERE name = $1 ORDER BY created_at DESC, id DESC LIMIT 1`,
    [messageQueued],
  );
  return (event as { payload: { messageId: string } }).payload.messageId;
}
const deliver = (messageId: string) => handOver.handle({ id: 'e', name: messageQueued, payload: { messageId } });

const mail = {
  to: 'erika@beispiel.example',
  subject: 'Bestätigen Sie',
  text: 'Code: 482913',
  html: '<p>Code: 482913</p>',
};

describe('outgoing messages', () => {
  it('S06 wait sealed in the database and leave once, whole', async () => {
    await test.database.transaction((tx) => messages.queueMail(tx, mail));
    const id = await queued();
    const [row] = await test.query<{ text: string; sealed: Buffer }>(
      `SELECT m::text AS text, sealed FROM platform.outgoing_message m WHERE id = $1`,
      [id],
    );
    expect(row?.text + String(row?.sealed)).not.toMatch(/482913|erika/);
    await deliver(id);
    const before = await stat(join(mails, `${id}.eml`));
    expect(before.mode & 0o077).toBe(0);
    const eml = await readFile(join(mails, `${id}.eml`), 'utf8');
    expect(eml).toContain(`Message-ID: <${id}@onlinefiliale>`);
    expect(eml).toContain('482913');
    await deliver(id);
    expect((await stat(join(mails, `${id}.eml`))).mtimeMs).toBe(before.mtimeMs);
    expect((await readdir(mails)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('leave a text message as JSON', async () => {
    await test.database.transaction((tx) => messages.queueSms(tx, { to: '+4915123456789', text: 'Code 482913' }));
    const id = await queued();
    await deliver(id);
    expect(JSON.parse(await readFile(join(sms, `${id}.json`), 'utf8'))).toEqual({
      to: '+4915123456789',
      text: 'Code 482913',
      createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
    });
  });

  it('are gone with the transaction that fails', async () => {
    const [before] = await test.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM platform.outgoing_message`,
    );
    await expect(
      test.database.transaction(async (tx) => {
        await messages.queueMail(tx, mail);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await test.query(`SELECT count(*)::int AS count FROM platform.outgoing_message`)).toEqual([before]);
  });

  it('S06 lose their content 24 hours after hand-over and are forgotten after 30 days', async () => {
    await test.database.transaction((tx) => messages.queueMail(tx, mail));
    const id = await queued();
    const tidy = new TidyPlatform(test.database);
    const find = async () =>
      (
        await test.query<{ sealed: Buffer | null }>(`SELECT sealed FROM platform.outgoing_message WHERE id = $1`, [id])
      )[0];
    await test.clock.advance('5 days');
    await tidy.run();
    expect((await find())?.sealed).not.toBeNull(); // not handed over: it still has to leave
    await deliver(id);
    await test.clock.advance('23 hours 59 minutes');
    await tidy.run();
    expect((await find())?.sealed).not.toBeNull();
    await test.clock.advance('2 minutes');
    await tidy.run();
    expect((await find())?.sealed).toBeNull();
    await test.clock.advance('30 days');
    await tidy.run();
    expect(await find()).toBeUndefined();
  });
});

describe('MailLayout', () => {
  it('frames text and HTML, escapes, and sets the code after the word "Code"', () => {
    const layout = new MailLayout(new Branding(), test.config);
    const composed = layout.compose('a@b.example', 'de', { subject: 'S', paragraphs: ['1 < 2 & "x"'], code: '482913' });
    expect(composed.text).toContain('Code: 482913');
    expect(composed.text).toMatch(/Guten Tag[\s\S]*Freundliche Grüße\nMusterkasse/);
    expect(composed.html).toContain('1 &lt; 2 &amp; &quot;x&quot;');
    expect(composed.html).not.toMatch(/<img|<script|src=/);
    expect(layout.compose('a@b.example', 'en', { subject: 'S', paragraphs: [] }).text).toMatch(/^Hello,/);
  });
});
