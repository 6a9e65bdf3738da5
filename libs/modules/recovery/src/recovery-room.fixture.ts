import { randomBytes } from 'node:crypto';
import { request, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApprovalJobsModule, ApprovalModule, approvalMigrations } from '@of/approval';
import {
  AccountRepository,
  ContactRepository,
  IdentityJobsModule,
  IdentityModule,
  PasswordHasher,
  SessionRepository,
  identityMigrations,
  type Account,
} from '@of/identity';
import { newId } from '@of/kernel';
import { LettersJobsModule, LettersModule, documentsMigrations, lettersMigrations } from '@of/letters';
import { MembershipModule, membershipMigrations } from '@of/membership';
import {
  createHttpApp,
  createLogger,
  ListenerRegistry,
  PlatformHttpModule,
  PlatformJobsModule,
  PlatformModule,
  Sealer,
  SessionCookie,
  type MailMessage,
} from '@of/platform';
import { testDatabase, VirtualAuthenticator, type TestDatabase } from '@of/testing';
import { TidyRecovery } from './application/tidy-recovery';
import { recoveryMigrations, RecoveryJobsModule, RecoveryModule } from './index';

export const PASSWORD = 'Regenbogen-7-Fahrrad';
export const NEW_PASSWORD = 'Leuchtturm-1-Kaffee';

type Answer = Awaited<ReturnType<NestFastifyApplication['inject']>>;
type Queued = Partial<MailMessage> & { to: string; text: string };

export interface Browser {
  sessionId: string;
  call(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<Answer>;
}

/** A device at the companion's own address. */
export interface Phone {
  key: VirtualAuthenticator;
  call(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<{ status: number; body: PhoneAnswer }>;
}

export type PhoneAnswer = Record<string, unknown> & { code?: string };

export interface RecoveryRoom {
  readonly test: TestDatabase;
  get<T>(type: Type<T> | (abstract new (...args: never[]) => T)): T;
  /** The same from the worker. */
  job<T>(type: Type<T>): T;
  /** A member with a verified e-mail address and mobile number. */
  member(state?: 'applied' | 'active'): Promise<Account & { email: string; mobile: string }>;
  browser(account: Account, part?: { nextStep?: string | null; level?: string }): Promise<Browser>;
  bindDevice(account: Account, name?: string): Promise<string>;
  /** A call without a session, from an address of its own unless one is named. */
  post(path: string, body: object, address?: string): Promise<Answer>;
  /** Does what the worker does: hands every open event of these names to its listeners. */
  work(...names: string[]): Promise<number>;
  /** Does what the schedule does. */
  tidy(): Promise<void>;
  queued(to: string): Promise<Queued[]>;
  newPhone(): Phone;
}

/** The room with the rooms below it, wired by their modules as API and worker do, on a database of its own. */
export function recoveryRoom(): RecoveryRoom {
  const test = testDatabase([
    ...membershipMigrations,
    ...identityMigrations,
    ...documentsMigrations,
    ...lettersMigrations,
    ...approvalMigrations,
    ...recoveryMigrations,
  ]);
  const room = { test } as RecoveryRoom;
  let app: NestFastifyApplication;
  let worker: INestApplicationContext;
  let companion: Server;
  let number = 0;
  let caller = 0;
  let phones = 0;

  beforeAll(async () => {
    const { config } = test;
    const logger = createLogger('silent', 'test');
    const shared = () => PlatformModule.forRoot(config, logger, 'test');
    const rooms = [MembershipModule, IdentityModule, LettersModule, ApprovalModule, RecoveryModule];
    const api = { module: class Rooms {}, imports: [shared(), PlatformHttpModule, ...rooms] };
    app = await createHttpApp(api, config, logger);
    companion = (app.getHttpAdapter().getInstance() as unknown as { companion: Server }).companion;
    await new Promise<void>((resolve) => companion.listen(0, '127.0.0.1', resolve));
    const jobs = [MembershipModule, IdentityJobsModule, LettersJobsModule, ApprovalJobsModule, RecoveryJobsModule];
    const jobsModule = { module: class Jobs {}, imports: [shared(), PlatformJobsModule, ...jobs] };
    worker = await NestFactory.createApplicationContext(jobsModule, { logger: false, abortOnError: false });
  });
  afterAll(async () => {
    await app?.close();
    await worker?.close();
  });

  room.get = (type) => app.get(type as Type, { strict: false });
  room.job = (type) => worker.get(type, { strict: false });
  room.member = async (state = 'active') => {
    const index = (number += 1);
    const insuredId = await insertPerson(test);
    const id = newId<'Account'>();
    const passwordHash = await room.get(PasswordHasher).hash(PASSWORD);
    const [person] = await test.query<{ kvnr: string }>(`SELECT kvnr FROM membership.insured_person WHERE id = $1`, [
      insuredId,
    ]);
    const { kvnr } = person as { kvnr: string };
    const email = `erika-${index}@beispiel.example`;
    const mobile = `+4915100000${String(index).padStart(3, '0')}`;
    await test.database.transaction(async (tx) => {
      await room.get(AccountRepository).insert(tx, { id, insuredId, kvnr, language: 'de', passwordHash });
      if (state === 'applied') return;
      await room.get(AccountRepository).activate(tx, id);
      await room.get(ContactRepository).set(tx, id, 'email', email);
      await room.get(ContactRepository).set(tx, id, 'mobile', mobile);
    });
    return { ...(await room.get(AccountRepository).getById(id)), email, mobile };
  };
  room.browser = async ({ id }, { nextStep = null, level = 'basic' } = {}) => {
    const origin = { browser: 'Firefox · Linux', address: '10.0.0.1', trustedBrowser: null };
    const { token, sessionId } = await test.database.transaction((tx) =>
      room.get(SessionRepository).start(tx, { accountId: id, ...origin }),
    );
    await test.query(`UPDATE identity.session SET next_step = $2, level = $3 WHERE id = $1`, [
      sessionId,
      nextStep,
      level,
    ]);
    const cookies = { of_session: app.get(SessionCookie).sign(token, new Date(Date.now() + 3_600_000)) };
    const headers = { origin: test.config.publicOrigin };
    return {
      sessionId,
      call: (method, path, body) =>
        app.inject({ method, url: `/api/v1${path}`, cookies, headers, ...(body ? { payload: body } : {}) }),
    };
  };
  room.bindDevice = async ({ id }, name = 'Altes Handy') => {
    const deviceId = newId();
    await test.query(
      `INSERT INTO identity.device (id, account_id, name, state, credential_id, public_key, transports, sign_count,
         is_syncable, is_backed_up, bound_by)
       VALUES ($1, $2, $3, 'active', $4, '', '{}', 0, false, false, 'posted-code')`,
      [deviceId, id, name, deviceId],
    );
    return deviceId;
  };
  room.post = (path, payload, address = `10.1.${(caller >> 8) & 255}.${(caller += 1) & 255}`) =>
    app.inject({
      method: 'POST',
      url: `/api/v1${path}`,
      payload,
      headers: { origin: test.config.publicOrigin },
      remoteAddress: address,
    });
  room.work = async (...names) => {
    const events = await test.query<{ id: string; name: string; payload: Record<string, string | null> }>(
      `UPDATE platform.outbox_event SET done_at = platform.now()
        WHERE done_at IS NULL AND name = ANY ($1) RETURNING id, name, payload`,
      [names],
    );
    for (const event of events) {
      for (const listener of worker.get(ListenerRegistry).of(event.name)) await listener.handle(event);
    }
    return events.length;
  };
  room.tidy = () => worker.get(TidyRecovery, { strict: false }).execute();
  room.queued = async (to) => {
    const rows = await test.query<{ id: string; sealed: Buffer }>(
      `SELECT id, sealed FROM platform.outgoing_message ORDER BY created_at, id`,
    );
    const sealer = new Sealer(test.config);
    return rows
      .map(
        ({ id, sealed }) => JSON.parse(String(sealer.open(sealed, `platform.outgoing_message.sealed:${id}`))) as Queued,
      )
      .filter((message) => message.to === to);
  };
  room.newPhone = () => {
    let cookie = '';
    const localAddress = `127.0.${(phones += 1) >> 8}.${(phones & 255) + 1}`; // limits count each address by itself
    return {
      key: new VirtualAuthenticator(test.config.companionOrigin),
      call: async (method, path, body) => {
        const { port } = companion.address() as AddressInfo;
        const headers = {
          origin: test.config.companionOrigin,
          cookie,
          ...(body ? { 'content-type': 'application/json' } : {}),
        };
        const answer = await new Promise<IncomingMessage>((resolve, reject) => {
          const options = { host: '127.0.0.1', port, localAddress, method, path: `/api/v1${path}`, headers };
          request(options, resolve)
            .on('error', reject)
            .end(body ? JSON.stringify(body) : undefined);
        });
        cookie = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? cookie;
        const text = Buffer.concat(await answer.toArray()).toString();
        return { status: answer.statusCode ?? 0, body: (text ? JSON.parse(text) : {}) as PhoneAnswer };
      },
    };
  };
  return room;
}

/** The code in a mail or text message. */
export function codeIn({ text }: { text: string }): string {
  return /Code:? (\d{6})/.exec(text)?.[1] as string;
}

async function insertPerson({ query }: TestDatabase): Promise<string> {
  const id = newId();
  await query(
    `INSERT INTO membership.insured_person (id, external_id, kvnr, given_name, family_name, date_of_birth,
       imported_identity, imported_contact, imported_address, imported_bank_account, imported_cover)
     VALUES ($1, $2, $3, 'Erika', 'Muster', '1984-08-12', '', '', '', '', '')`,
    [id, `P-${id}`, kvnrOf(randomBytes(4).readUInt32BE() % 100_000_000)],
  );
  await query(
    `INSERT INTO membership.address (insured_id, street, house_number, postal_code, city, country)
     VALUES ($1, 'Königsbrücker Straße', '7a', '01099', 'Dresden', 'DE')`,
    [id],
  );
  return id;
}

/** KVNR with a right check digit for a running number. */
export function kvnrOf(number: number): string {
  const digits = String(number).padStart(8, '0');
  const sum = [...`13${digits}`].reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return `M${digits}${sum % 10}`;
}
