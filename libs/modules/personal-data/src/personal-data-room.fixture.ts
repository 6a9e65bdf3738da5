import { Readable } from 'node:stream';
import { type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ApprovalModule, ProtectedActions, approvalMigrations, type Approval } from '@of/approval';
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
import { ContactMails } from './application/contact-mails';
import { WhenCodeRequestedSendIt } from './listeners/when-code-requested-send-it.listener';
import { PersonalDataModule } from './personal-data.module';
import { ChangeOfFamily1700000510001 } from './persistence/migrations/1700000510001-change-of-family';
import { DataExport1700000530001 } from './persistence/migrations/1700000530001-data-export';
import { PersonalData1700000460001 } from './persistence/migrations/1700000460001-personal-data';

export const PASSWORD = 'Regenbogen-7-Fahrrad';

const persons = [
  ['P-1', 'A123456780', 'Erika'],
  ['P-2', 'Z123456783', 'Aylin'],
  ['P-3', 'X110407071', 'Lena'],
  ['P-4', 'T555558879', 'Max'],
] as const;

/** A line of the import, with the given fields replaced. */
function lineOf(externalId: string, changes: Record<string, unknown> = {}): string {
  const [, kvnr, givenName] = persons.find(([id]) => id === externalId) as (typeof persons)[number];
  return JSON.stringify({
    externalId,
    kvnr,
    givenName,
    familyName: 'Muster',
    dateOfBirth: '1984-08-12',
    address: { street: 'Königsbrücker Straße', houseNumber: '7a', postalCode: '01099', city: 'Dresden', country: 'DE' },
    email: null,
    phone: '0351 1234567',
    bankAccount: { iban: 'DE89370400440532013000', accountHolder: 'Erika Muster' },
    insurancePeriods: [{ from: '2015-04-01', to: null, kind: 'member' }],
    ...changes,
  });
}

/** The refusal's field code, else its code; undefined when there was none. */
export const refusalOf = (act: Promise<unknown>) =>
  act.then(
    () => undefined,
    (error: { code: string; fieldErrors?: { code: string }[] }) => error.fieldErrors?.[0]?.code ?? error.code,
  );

export const codeIn = (message: { text: string } | undefined) =>
  /Code:? (\d{6})/.exec(message?.text ?? '')?.[1] as string;

/** The room with a real database and four imported persons, without HTTP. */
export function personalDataRoom() {
  const test = testDatabase([
    ...membershipMigrations,
    ...identityMigrations,
    ...approvalMigrations,
    PersonalData1700000460001,
    ChangeOfFamily1700000510001,
    DataExport1700000530001,
  ]);
  let app: INestApplicationContext;
  let mails = 0;
  const get = <T>(type: Type<T>): T => app.get(type, { strict: false });

  const importLines = (...lines: string[]) =>
    new ImportMembers(test.database, new Sealer(test.config), test.config).execute(
      Readable.from([Buffer.from(lines.join('\n'))]),
    );

  beforeAll(async () => {
    const platform = PlatformModule.forRoot(test.config, createLogger('silent', 'test'), 'test');
    const module = {
      module: class RoomAlone {},
      imports: [platform, PlatformHttpModule, MembershipModule, IdentityModule, ApprovalModule, PersonalDataModule],
    };
    app = await NestFactory.createApplicationContext(module, { logger: false });
    await importLines(...persons.map(([externalId]) => lineOf(externalId)));
  });
  afterAll(() => app?.close());
  beforeEach(() => test.clock.reset());

  /** A signed-in member with an active account. */
  async function member(kvnr: string, nextStep: 'confirm-contact' | null = null): Promise<SessionActor> {
    const [person] = await test.query<{ id: string }>(`SELECT id FROM membership.insured_person WHERE kvnr = $1`, [
      kvnr,
    ]);
    const account = { id: newId(), insuredId: (person as { id: string }).id, kvnr, language: 'de' };
    await test.query(`DELETE FROM identity.account WHERE kvnr = $1`, [kvnr]);
    const passwordHash = await get(PasswordHasher).hash(PASSWORD);
    return test.database.transaction(async (tx) => {
      await get(AccountRepository).insert(tx, { ...account, passwordHash });
      await get(AccountRepository).activate(tx, account.id);
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

  return {
    test,
    get,
    member,
    sent,
    /** Reads persons again, as the core system sends them now. */
    reimport: (externalId: string, changes: Record<string, unknown> = {}) => importLines(lineOf(externalId, changes)),

    /** A member whose session was confirmed on a device; both are older than what makes payments wait. */
    async protectedMember(kvnr: string): Promise<SessionActor & { deviceId: string }> {
      const actor = await member(kvnr);
      const deviceId = newId();
      await test.query(
        `INSERT INTO identity.device (id, account_id, name, state, credential_id, public_key, transports, sign_count,
           is_syncable, is_backed_up, bound_by, created_at)
         VALUES ($1, $2, 'Handy', 'active', $3, '', '{}', 0, false, false, 'posted-code',
           platform.now() - interval '30 days')`,
        [deviceId, actor.accountId, `credential-${deviceId}`],
      );
      await test.query(`UPDATE identity.session SET level = 'full' WHERE id = $1`, [actor.sessionId]);
      return { ...actor, level: 'full', deviceId };
    },

    /** Does what an approval is for, as releasing it does. */
    release: ({ id, action }: Approval, actor: SessionActor & { deviceId: string }, payload: unknown) =>
      test.database.transaction((tx) =>
        get(ProtectedActions)
          .get(action)
          .apply(tx, payload, { ...actor, id }),
      ),
  };
}
