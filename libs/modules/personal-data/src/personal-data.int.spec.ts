import { Readable } from 'node:stream';
import { type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  AccountRepository,
  ContactRepository,
  IdentityModule,
  PasswordHasher,
  SentCodes,
  SessionRepository,
  identityMigrations,
} from '@of/identity';
import { newId } from '@of/kernel';
import { ImportMembers, MembershipModule, membershipMigrations } from '@of/membership';
import {
  createLogger,
  PlatformHttpModule,
  PlatformModule,
  Sealer,
  type MailMessage,
  type SessionActor,
  type SmsMessage,
} from '@of/platform';
import { testDatabase } from '@of/testing';
import { ConfirmContact } from './application/confirm-contact';
import { ContactMails } from './application/contact-mails';
import { ReadMyData } from './application/read-my-data.query';
import { RequestContact } from './application/request-contact';
import { WhenCodeRequestedSendIt } from './listeners/when-code-requested-send-it.listener';
import { PersonalDataModule } from './personal-data.module';

const PASSWORD = 'Regenbogen-7-Fahrrad';
const persons = [
  ['P-1', 'A123456780', 'Erika'],
  ['P-2', 'Z123456783', 'Aylin'],
  ['P-3', 'X110407071', 'Lena'],
  ['P-4', 'T555558879', 'Max'],
] as const;
const test = testDatabase([...membershipMigrations, ...identityMigrations]);
let app: INestApplicationContext;
let mails = 0;

const get = <T>(type: Type<T>): T => app.get(type, { strict: false });

beforeAll(async () => {
  const platform = PlatformModule.forRoot(test.config, createLogger('silent', 'test'), 'test');
  const module = {
    module: class RoomAlone {},
    imports: [platform, PlatformHttpModule, MembershipModule, IdentityModule, PersonalDataModule],
  };
  app = await NestFactory.createApplicationContext(module, { logger: false });
  const lines = persons.map(([externalId, kvnr, givenName]) =>
    JSON.stringify({
      externalId,
      kvnr,
      givenName,
      familyName: 'Muster',
      dateOfBirth: '1984-08-12',
      address: {
        street: 'Königsbrücker Straße',
        houseNumber: '7a',
        postalCode: '01099',
        city: 'Dresden',
        country: 'DE',
      },
      email: null,
      phone: '0351 1234567',
      bankAccount: { iban: 'DE89370400440532013000', accountHolder: 'Erika Muster' },
      insurancePeriods: [{ from: '2015-04-01', to: null, kind: 'member' }],
    }),
  );
  await new ImportMembers(test.database, new Sealer(test.config), test.config).execute(
    Readable.from([Buffer.from(lines.join('\n'))]),
  );
});
afterAll(() => app?.close());
beforeEach(() => test.clock.reset());

/** A signed-in member with an active account. */
async function member(kvnr: string, nextStep: 'confirm-contact' | null = null): Promise<SessionActor> {
  const [person] = await test.query<{ id: string }>(`SELECT id FROM membership.insured_person WHERE kvnr = $1`, [kvnr]);
  const account = { id: newId(), insuredId: (person as { id: string }).id, kvnr, language: 'de' };
  await test.query(`DELETE FROM identity.account WHERE kvnr = $1`, [kvnr]);
  const passwordHash = await get(PasswordHasher).hash(PASSWORD);
  return test.database.transaction(async (tx) => {
    await get(AccountRepository).insert(tx, { ...account, passwordHash });
    const { sessionId } = await get(SessionRepository).start(tx, {
      accountId: account.id,
      browser: 'Firefox',
      address: '::1',
      trustedBrowser: null,
    });
    await get(SessionRepository).setNextStep(tx, sessionId, nextStep);
    return get(SessionRepository).getActor(tx, sessionId);
  });
}

/** Lets the worker's listener act on the last order, and opens the sealed messages as the mail server would get them. */
async function sent(): Promise<(MailMessage & SmsMessage)[]> {
  const listener = new WhenCodeRequestedSendIt(
    test.database,
    get(AccountRepository),
    get(ContactRepository),
    get(SentCodes),
    get(ContactMails),
  );
  const events = await test.query<{ id: string; name: string; payload: Record<string, string> }>(
    `SELECT id, name, payload FROM platform.outbox_event WHERE name = 'personal-data.code-requested' ORDER BY created_at, id`,
  );
  for (const event of events) await listener.handle(event);
  const rows = await test.query<{ id: string; sealed: Buffer }>(
    `SELECT id, sealed FROM platform.outgoing_message ORDER BY created_at, id`,
  );
  const all = rows.map(({ id, sealed }) =>
    JSON.parse(String(new Sealer(test.config).open(sealed, `platform.outgoing_message.sealed:${id}`))),
  );
  const fresh = all.slice(mails) as (MailMessage & SmsMessage)[];
  mails = all.length;
  return fresh;
}
const codeIn = (message: { text: string } | undefined) => /Code:? (\d{6})/.exec(message?.text ?? '')?.[1] as string;
const refusalOf = (act: Promise<unknown>) =>
  act.catch((error: { code: string; fieldErrors?: { code: string }[] }) => error.fieldErrors?.[0]?.code ?? error.code);

async function confirmEmail(actor: SessionActor, email: string): Promise<void> {
  await get(RequestContact).email(actor, { email, password: PASSWORD });
  await get(ConfirmContact).execute(actor, 'email', codeIn((await sent()).at(-1)));
}

describe('e-mail and mobile number', () => {
  it('C13 count once their codes were entered, and change nothing before', async () => {
    const actor = await member('A123456780', 'confirm-contact');
    await get(RequestContact).email(actor, { email: ' Erika@Beispiel.example ', password: PASSWORD });
    expect(await get(ReadMyData).execute(actor)).toMatchObject({
      email: { value: 'Erika@Beispiel.example', verified: false },
    });
    const [mail] = await sent();
    expect(mail).toMatchObject({ to: 'Erika@Beispiel.example', subject: 'Bestätigen Sie Ihre E-Mail-Adresse' });
    await get(ConfirmContact).execute(actor, 'email', codeIn(mail));

    await get(RequestContact).mobile(actor, { mobile: '0151 23456789', password: PASSWORD });
    const [sms] = (await sent()).filter(({ to }) => to.startsWith('+'));
    expect(sms?.to).toBe('+4915123456789');
    await get(ConfirmContact).execute(actor, 'mobile', codeIn(sms));
    expect(await get(ReadMyData).execute({ ...actor, nextStep: 'confirm-contact' })).toMatchObject({
      email: { value: 'Erika@Beispiel.example', verified: true },
      mobile: { value: '+4915123456789', verified: true },
    });
  });

  it('needs the right password and a usable value', async () => {
    await sent(); // what earlier tests left behind
    const actor = await member('A123456780');
    const email = (value: string, password = PASSWORD) =>
      refusalOf(get(RequestContact).email(actor, { email: value, password }));
    expect(await email('erika')).toBe('email-format');
    expect(await email('erika@beispiel.example', 'Falsch-7-Falsch!')).toBe('password-wrong');
    expect(await refusalOf(get(RequestContact).mobile(actor, { mobile: '0351 1234567', password: PASSWORD }))).toBe(
      'mobile-format',
    );
    expect(await sent()).toEqual([]);
  });

  it('S12 slows down guessing the password here, too', async () => {
    const actor = await member('A123456780');
    const guess = () =>
      refusalOf(get(RequestContact).email(actor, { email: 'a@beispiel.example', password: 'Falsch-7-Falsch!' }));
    for (let n = 0; n < 5; n++) expect(await guess()).toBe('password-wrong');
    expect(await guess()).toBe('too-many-requests');
  });

  it('C1 says in the mail that an address is another account’s user name, and still confirms it', async () => {
    await confirmEmail(await member('A123456780'), 'familie@beispiel.example');
    const second = await member('Z123456783');
    await get(RequestContact).email(second, { email: 'familie@beispiel.example', password: PASSWORD });
    const mail = (await sent()).at(-1);
    expect(mail?.text).toContain('Ein anderer Zugang nutzt diese Adresse schon als Benutzername');
    await get(ConfirmContact).execute(second, 'email', codeIn(mail));
    const found = await get(AccountRepository).findByUsername({ kvnr: null, email: 'familie@beispiel.example' });
    expect(found?.kvnr).toBe('A123456780');
  });

  it('says which address counted before, so that its owner can be told and can undo the change', async () => {
    const actor = await member('A123456780');
    await confirmEmail(actor, 'alt@beispiel.example');
    await confirmEmail(actor, 'neu@beispiel.example');
    const [event] = await test.query<{ payload: { kind: string; formerContactId: string } }>(
      `SELECT payload FROM platform.outbox_event WHERE name = 'personal-data.contact-changed' AND payload->>'accountId' = $1`,
      [actor.accountId],
    );
    const former = await test.query(`SELECT value FROM identity.former_contact WHERE id = $1`, [
      event?.payload.formerContactId,
    ]);
    expect([event?.payload.kind, former]).toEqual(['email', [{ value: 'alt@beispiel.example' }]]);
  });

  it('sends six codes an hour at most', async () => {
    const actor = await member('A123456780');
    const order = () =>
      refusalOf(get(RequestContact).email(actor, { email: 'a@beispiel.example', password: PASSWORD }));
    for (let n = 0; n < 6; n++) expect(await order()).toBeUndefined();
    expect(await order()).toBe('too-many-requests');
    await sent();
  });

  it('C13 goes on without a mobile phone', async () => {
    const actor = await member('X110407071', 'confirm-contact');
    await confirmEmail(actor, 'lena@beispiel.example');
    await get(RequestContact).withoutMobile(actor, PASSWORD);
    expect(await get(ContactRepository).read(actor.accountId)).toMatchObject({ mobile: null, mobileDeclined: true });
    expect(await refusalOf(get(RequestContact).withoutMobile(actor, 'Falsch-7-Falsch!'))).toBe('password-wrong');
  });
});

describe('ReadMyData', () => {
  it('masks IBAN always and the mobile number without a second factor', async () => {
    const actor = await member('T555558879');
    await get(RequestContact).mobile(actor, { mobile: '+43 664 1234567', password: PASSWORD });
    await get(ConfirmContact).execute(actor, 'mobile', codeIn((await sent()).at(-1)));
    const basic = await get(ReadMyData).execute(actor);
    expect(basic).toMatchObject({
      kvnr: 'T555558879',
      givenName: 'Max',
      phone: '0351 1234567',
      address: { city: 'Dresden' },
      bankAccount: { accountHolder: 'Erika Muster' },
      mobile: { value: '+43 ••• 567' },
      insurance: { status: 'active', from: '2015-04-01', to: null },
    });
    expect(basic.bankAccount?.ibanMasked).toMatch(/3000$/);
    expect(JSON.stringify(basic)).not.toContain('DE8937040044');
    expect((await get(ReadMyData).execute({ ...actor, level: 'full' })).mobile?.value).toBe('+436641234567');
  });
});
