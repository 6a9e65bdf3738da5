import { Readable } from 'node:stream';
import { Global, Module, type Type } from '@nestjs/common';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { PDFDocument } from '@cantoo/pdf-lib';
import { documentsMigrations } from '@of/documents';
import { newId } from '@of/kernel';
import { ImportMembers, MembershipModule, membershipMigrations } from '@of/membership';
import {
  createHttpApp,
  createLogger,
  DeviceReader,
  OpenAccounts,
  PlatformHttpModule,
  PlatformModule,
  Sealer,
  SessionCookie,
  SessionReader,
  type AppConfig,
  type OpenAccount,
  type SessionActor,
} from '@of/platform';
import { plainRole, testDatabase, type TestDatabase } from '@of/testing';
import { DeliverToPostbox, type Delivered } from './application/deliver-to-postbox';
import type { DeliveredPost } from './domain/delivered-post';
import { LettersModule } from './letters.module';
import { Letters1700000300000 } from './persistence/migrations/1700000300000-letters';
import { Postbox1700000530000 } from './persistence/migrations/1700000530000-postbox';

const address = { street: 'Hauptstraße', houseNumber: '7', postalCode: '01099', city: 'Dresden', country: 'DE' };
const people = [
  ['mother', 'A123456780', '1984-08-12', null, 'DE'],
  ['son', 'A000500015', '2010-02-14', 'mother', 'DE'],
  ['daughter', 'C000500021', '2017-05-03', 'mother', 'DE'],
  ['stranger', 'Z123456783', '1996-03-21', null, 'DE'],
  ['abroad', 'X110407071', '1959-07-02', null, 'AT'],
  ['offline', 'T555558879', '1971-11-30', null, 'DE'],
  ['locked', 'M500000014', '1990-01-09', null, 'DE'],
] as const;

export type Somebody = (typeof people)[number][0];

/** A PDF of that many pages. */
export async function pdfOf(pages = 1): Promise<Buffer> {
  const document = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1) document.addPage();
  return Buffer.from(await document.save());
}

export interface PostboxRoom {
  readonly test: TestDatabase;
  /** Ids of the insured persons. */
  readonly ids: Record<Somebody, string>;
  /** Their accounts; `daughter` and `offline` have none, `locked` one without a second factor. */
  readonly accounts: Map<Somebody, OpenAccount>;
  get<T>(type: Type<T>): T;
  deliver(to: Somebody, part?: Partial<DeliveredPost>, reference?: string): Promise<Delivered>;
  /** A call of this person's browser; `basic` for a session without second factor. */
  call(
    who: Somebody,
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    more?: Call,
  ): ReturnType<NestFastifyApplication['inject']>;
  acts(about: Somebody): Promise<{ act: string; actor: string }[]>;
}

interface Call {
  level?: 'basic';
  payload?: object;
  headers?: Record<string, string>;
}

/** The postbox over HTTP with a family, on a database of its own, by a role for which row-level security holds. Accounts and sessions are stand-ins. */
export function postboxRoom(): PostboxRoom {
  const test = testDatabase([
    ...membershipMigrations,
    ...documentsMigrations,
    Letters1700000300000,
    Postbox1700000530000,
  ]);
  const ids = {} as Record<Somebody, string>;
  const accounts = new Map<Somebody, OpenAccount>();
  const room = { test, ids, accounts } as PostboxRoom;
  let app: NestFastifyApplication;
  let role: Awaited<ReturnType<typeof plainRole>>;

  const actor = (who: Somebody, level: 'basic' | 'full'): SessionActor | null => {
    const account = accounts.get(who);
    const later = new Date(Date.now() + 3_600_000);
    const ends = { nextStep: null, idleExpiresAt: later, absoluteExpiresAt: later } as const;
    return account ? { kind: 'member', sessionId: newId(), ...account, level, ...ends } : null;
  };
  const read = async (token: string) => {
    const [who, level] = token.split('/') as [Somebody, 'basic' | 'full'];
    return actor(who, level);
  };

  @Global()
  @Module({
    providers: [
      { provide: SessionReader, useValue: { read } },
      { provide: DeviceReader, useValue: { read: async () => null } },
      {
        provide: OpenAccounts,
        useValue: {
          hold: async (_: unknown, insuredIds: string[]) =>
            [...accounts.values()].filter(({ insuredId }) => insuredIds.includes(insuredId)),
        },
      },
    ],
    exports: [SessionReader, DeviceReader, OpenAccounts],
  })
  class Accounts {}

  beforeAll(async () => {
    const { config, database } = test;
    const lines = people.map(([externalId, kvnr, dateOfBirth, mainMember, country]) =>
      JSON.stringify({
        externalId,
        kvnr,
        givenName: externalId,
        familyName: 'Muster',
        dateOfBirth,
        address: { ...address, country },
        email: null,
        phone: null,
        bankAccount: null,
        insurancePeriods: [
          mainMember
            ? { from: '2018-01-01', to: null, kind: 'family', mainMemberExternalId: mainMember }
            : { from: '2015-04-01', to: null, kind: 'member' },
        ],
      }),
    );
    const counts = await new ImportMembers(database, new Sealer(config), config).execute(
      Readable.from([Buffer.from(lines.join('\n'))]),
    );
    expect(counts).toMatchObject({ rejected: 0 });
    const rows = await test.query<{ id: string; name: Somebody }>(
      `SELECT id, external_id AS name FROM membership.insured_person`,
    );
    for (const { id, name } of rows) {
      ids[name] = id;
      if (name === 'daughter' || name === 'offline') continue;
      accounts.set(name, { accountId: newId(), insuredId: id, hasDevice: name !== 'locked' });
    }
    const logger = createLogger('silent', 'test');
    role = await plainRole(test);
    const asPlainRole = Object.assign(Object.create(config) as AppConfig, { DATABASE_URL: role.url });
    const platform = PlatformModule.forRoot(asPlainRole, logger, 'test');
    const module = {
      module: class RoomAlone {},
      imports: [platform, Accounts, MembershipModule, PlatformHttpModule, LettersModule],
    };
    app = await createHttpApp(module, config, logger);
  });
  afterAll(async () => {
    await app?.close();
    await role?.drop();
  });
  beforeEach(() => test.clock.set('2026-11-23T09:00:00Z'));

  room.get = (type) => app.get(type, { strict: false });
  room.deliver = async (to, part = {}, reference = newId()) =>
    room.get(DeliverToPostbox).execute({
      sender: 'operator:test',
      reference,
      insuredId: ids[to],
      post: {
        kind: 'letter',
        subject: 'Ihre Anfrage',
        text: null,
        pdf: part.pdf ?? (await pdfOf()),
        language: 'de',
        isDecision: false,
        hasInstruction: false,
        ...part,
      },
    });
  room.call = (who, method, path, { level, payload, headers } = {}) =>
    app.inject({
      method,
      url: `/api/v1/insured-persons/${path}`,
      cookies: {
        of_session: app.get(SessionCookie).sign(`${who}/${level ?? 'full'}`, new Date(Date.now() + 3_600_000)),
      },
      headers: { origin: test.config.publicOrigin, ...headers },
      ...(payload ? { payload } : {}),
    });
  room.acts = (about) =>
    test.query(
      `SELECT content::jsonb->>'act' AS act, content::jsonb->>'actor' AS actor FROM platform.audit_entry
        WHERE subject = $1 ORDER BY position`,
      [ids[about]],
    );
  return room;
}
