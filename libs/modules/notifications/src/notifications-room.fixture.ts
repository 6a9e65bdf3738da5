import { createHash, randomBytes } from 'node:crypto';
import { request, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApprovalJobsModule, ApprovalModule, approvalMigrations } from '@of/approval';
import { ConsentModule, consentMigrations } from '@of/consent';
import {
  AccountRepository,
  ContactRepository,
  IdentityJobsModule,
  IdentityModule,
  SessionRepository,
  identityMigrations,
  type Account,
} from '@of/identity';
import { newId } from '@of/kernel';
import { LettersModule, documentsMigrations, lettersMigrations } from '@of/letters';
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
  DeviceCookie,
  type MailMessage,
  type SessionActor,
  type SmsMessage,
} from '@of/platform';
import { RegistrationModule } from '@of/registration';
import { testDatabase, type TestDatabase } from '@of/testing';
import { NotificationsJobsModule, NotificationsModule, notificationsMigrations } from './index';

export interface Answer {
  status: number;
  body: Record<string, unknown> & { code?: string; errors?: { pointer: string; code: string }[] };
}

export type Call = (method: 'GET' | 'PUT' | 'DELETE', path: string, body?: unknown) => Promise<Answer>;

export interface NotificationsRoom {
  readonly test: TestDatabase;
  get<T>(type: Type<T> | (abstract new (...args: never[]) => T)): T;
  /** The same in the worker. */
  worker<T>(type: Type<T>): T;
  /** A member with a verified e-mail address and mobile number. */
  member(): Promise<Account & { email: string; mobile: string }>;
  /** A browser at the portal in which the member is logged in. */
  browser(account: Account, level?: 'basic' | 'full'): Promise<{ actor: SessionActor; call: Call }>;
  /** A phone on which the companion is open. */
  phone(account: Account): Promise<{ deviceId: string; call: Call }>;
  /** Writes an event down as some room would. @returns its id */
  happened(name: `${string}.${string}`, payload: Record<string, string | null>): Promise<string>;
  /**
   * Does what the worker does: hands open events to their listeners until there are none. One whose listener fails stays
   * open and is not tried again in this round.
   * @returns what failed
   */
  work(): Promise<string[]>;
  /** Hands an event over once more, as after a crash. */
  repeat(eventId: string): Promise<void>;
  mailsTo(account: { email: string }): Promise<MailMessage[]>;
  textsTo(account: { mobile: string }): Promise<SmsMessage[]>;
  /** Acts in the audit trail about this person, oldest first. */
  acts(account: Account): Promise<string[]>;
}

/** The room with the rooms below it, wired by their modules as API and worker do, on a database of its own. */
export function notificationsRoom(overrides: Record<string, string> = {}): NotificationsRoom {
  const migrations = [
    ...membershipMigrations,
    ...identityMigrations,
    ...consentMigrations,
    ...documentsMigrations,
    ...lettersMigrations,
    ...approvalMigrations,
    ...notificationsMigrations,
  ];
  const test = testDatabase(migrations, { PUSH_ALLOW_LOOPBACK: 'true', ...overrides });
  const room = { test } as NotificationsRoom;
  let app: NestFastifyApplication;
  let worker: INestApplicationContext;
  let companion: Server;
  let number = 0;
  let caller = 0;

  beforeAll(async () => {
    const { config } = test;
    const logger = createLogger('silent', 'test');
    const shared = () => PlatformModule.forRoot(config, logger, 'test');
    const rooms = [MembershipModule, IdentityModule, ConsentModule, LettersModule, ApprovalModule, RegistrationModule];
    const api = {
      module: class Rooms {},
      imports: [shared(), PlatformHttpModule, ...rooms, NotificationsModule],
    };
    app = await createHttpApp(api, config, logger);
    companion = (app.getHttpAdapter().getInstance() as unknown as { companion: Server }).companion;
    await new Promise<void>((resolve) => companion.listen(0, '127.0.0.1', resolve));
    const jobs = [MembershipModule, IdentityJobsModule, ApprovalJobsModule, NotificationsJobsModule];
    const jobsModule = { module: class Jobs {}, imports: [shared(), PlatformJobsModule, ...jobs] };
    worker = await NestFactory.createApplicationContext(jobsModule, { logger: false, abortOnError: false });
  });
  afterAll(async () => {
    await app?.close();
    await worker?.close();
  });

  room.get = (type) => app.get(type as Type, { strict: false });
  room.worker = (type) => worker.get(type, { strict: false });
  room.member = async () => {
    const index = (number += 1);
    const [id, insuredId] = [newId<'Account'>(), newId()];
    const email = `erika-${index}@beispiel.example`;
    const mobile = `+4915100000${String(index).padStart(3, '0')}`;
    const accounts = room.get(AccountRepository);
    const kvnr = `M${String(randomBytes(4).readUInt32BE() % 1_000_000_000).padStart(9, '0')}`;
    await test.database.transaction(async (tx) => {
      await accounts.insert(tx, { id, insuredId, kvnr, language: 'de', passwordHash: '' });
      await accounts.activate(tx, id);
      await room.get(ContactRepository).set(tx, id, 'email', email);
      await room.get(ContactRepository).set(tx, id, 'mobile', mobile);
    });
    return { ...(await accounts.getById(id)), email, mobile };
  };
  room.browser = async ({ id }, level = 'basic') => {
    const origin = { browser: 'Firefox · Linux', address: '10.0.0.1', trustedBrowser: null };
    const sessions = room.get(SessionRepository);
    const { token, sessionId } = await test.database.transaction((tx) =>
      sessions.start(tx, { accountId: id, ...origin }),
    );
    await test.query(`UPDATE identity.session SET next_step = NULL, level = $2 WHERE id = $1`, [sessionId, level]);
    const cookies = { of_session: app.get(SessionCookie).sign(token, new Date(Date.now() + 3_600_000)) };
    const headers = { origin: test.config.publicOrigin };
    const actor = (await sessions.read(token, { touch: false })) as SessionActor;
    const call: Call = async (method, path, body) => {
      const payload = body === undefined ? {} : { payload: body as object };
      const answer = await app.inject({ method, url: `/api/v1${path}`, cookies, headers, ...payload });
      return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json() };
    };
    return { actor, call };
  };
  room.phone = async ({ id }) => {
    const deviceId = newId();
    const token = randomBytes(32).toString('base64url');
    await test.query(
      `WITH device AS (
         INSERT INTO identity.device (id, account_id, name, state, credential_id, public_key, transports, sign_count,
           is_syncable, is_backed_up, bound_by)
         VALUES ($1::uuid, $2, 'Handy', 'active', $1::uuid::text, '', '{}', 0, false, false, 'posted-code') RETURNING id)
       INSERT INTO identity.device_session (id, token_hash, device_id, expires_at)
       SELECT id, $3, id, platform.now() + interval '30 days' FROM device`,
      [deviceId, id, createHash('sha256').update(token).digest()],
    );
    const device = app.get(DeviceCookie);
    const cookie = `${device.name}=${device.sign(token, new Date(Date.now() + 3_600_000))}`;
    return { deviceId, call: callOf(companion, test, cookie, () => (caller += 1)) };
  };
  room.happened = (name, payload) =>
    test.database.transaction(async (tx) => {
      await tx.publish({ name, payload });
      const [event] = await tx.query<{ id: string }>(
        `SELECT id FROM platform.outbox_event WHERE name = $1 ORDER BY id DESC LIMIT 1`,
        [name],
      );
      return (event as { id: string }).id;
    });

  const handle = async (event: { id: string; name: string; payload: Record<string, string | null> }) => {
    for (const listener of worker.get(ListenerRegistry).of(event.name)) await listener.handle(event);
  };
  const columns = `id, name, payload`;
  room.work = async () => {
    const failures: string[] = [];
    for (;;) {
      const [event] = await test.query<{ id: string; name: string; payload: Record<string, string | null> }>(
        `UPDATE platform.outbox_event SET done_at = platform.now()
          WHERE id = (SELECT id FROM platform.outbox_event WHERE done_at IS NULL ORDER BY id LIMIT 1)
          RETURNING ${columns}`,
      );
      if (!event) break;
      await handle(event).catch(async (error: Error) => {
        failures.push(`${event.name}: ${error.message}`);
        await test.query(`UPDATE platform.outbox_event SET last_error = 'again' WHERE id = $1`, [event.id]);
      });
    }
    await test.query(`UPDATE platform.outbox_event SET done_at = NULL, last_error = NULL WHERE last_error = 'again'`);
    return failures;
  };
  room.repeat = async (eventId) => {
    const [event] = await test.query<{ id: string; name: string; payload: Record<string, string | null> }>(
      `SELECT ${columns} FROM platform.outbox_event WHERE id = $1`,
      [eventId],
    );
    if (event) await handle(event);
  };

  const queued = async <Message extends { to: string }>(channel: string, to: string): Promise<Message[]> => {
    const rows = await test.query<{ id: string; sealed: Buffer }>(
      `SELECT id, sealed FROM platform.outgoing_message WHERE channel = $1 ORDER BY created_at, id`,
      [channel],
    );
    const sealer = new Sealer(test.config);
    return rows
      .map(
        ({ id, sealed }) =>
          JSON.parse(String(sealer.open(sealed, `platform.outgoing_message.sealed:${id}`))) as Message,
      )
      .filter((message) => message.to === to);
  };
  room.mailsTo = ({ email }) => queued<MailMessage>('mail', email);
  room.textsTo = ({ mobile }) => queued<SmsMessage>('sms', mobile);
  room.acts = async ({ insuredId }) => {
    const rows = await test.query<{ act: string }>(
      `SELECT content::json ->> 'act' AS act FROM platform.audit_entry WHERE subject = $1 ORDER BY chain, position`,
      [insuredId],
    );
    return rows.map(({ act }) => act);
  };
  return room;
}

/** Calls at the companion's own address, each from an address of its own: coarse limits do not matter. */
function callOf(companion: Server, test: TestDatabase, cookie: string, count: () => number): Call {
  return async (method, path, body) => {
    const { port } = companion.address() as AddressInfo;
    const caller = count();
    const localAddress = `127.2.${caller >> 8}.${(caller & 255) + 1}`;
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const headers = { origin: test.config.companionOrigin, cookie, ...type };
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      request({ host: '127.0.0.1', port, localAddress, method, path: `/api/v1${path}`, headers }, resolve)
        .on('error', reject)
        .end(body === undefined ? undefined : JSON.stringify(body));
    });
    const text = Buffer.concat(await answer.toArray()).toString();
    return { status: answer.statusCode ?? 0, body: (text ? JSON.parse(text) : {}) as Answer['body'] };
  };
}
