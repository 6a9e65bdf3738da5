import { request, type IncomingHttpHeaders } from 'node:http';
import { type AddressInfo } from 'node:net';
import { Global, Module } from '@nestjs/common';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DateOnly, newId } from '@of/kernel';
import {
  createHttpApp,
  createLogger,
  listen,
  PersonNames,
  PlatformHttpModule,
  PlatformModule,
  type PersonName,
} from '@of/platform';
import { NoFamily, VirtualAuthenticator, type Spoiled } from '@of/testing';
import { type CodePurpose } from './application/posted-codes';
import { identityRoom, PASSWORD, type IdentityRoom } from './identity-room.fixture';
import { IdentityModule } from './identity.module';
import { type Account } from './persistence/account.repository';

export const PORTAL = 'http://localhost:3000';
export const COMPANION = 'http://localhost:3001';

/** Stands above this room: everybody is called Erika. */
class OnePersonNames extends PersonNames {
  async find(insuredId: string): Promise<PersonName> {
    return { insuredId, givenName: 'Erika', familyName: 'Muster' };
  }
}

@Global()
@Module({ providers: [{ provide: PersonNames, useClass: OnePersonNames }], exports: [PersonNames] })
class Names {}

class RoomAlone {}

/** What the calls of this room answer, each a part of it. */
interface Body {
  [name: string]: unknown;
  code: string;
  bindingId: string;
  deviceId: string;
  publicKey: { challenge: string; rp: { id: string } };
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** The body as JSON; an empty object when there is none. */
  body: Body;
  /** What the answer sets as cookie, `name=value`. */
  cookie: string;
}

export interface Call {
  listener?: 'portal' | 'companion';
  body?: unknown;
  cookie?: string;
  headers?: Record<string, string>;
}

let caller = 0;

/** The API with its two listeners on ports of its own, on the room's database. */
export function companion(overrides: Record<string, string> = {}) {
  const room: IdentityRoom = identityRoom({
    PORT: '0',
    COMPANION_PORT: '0',
    PUBLIC_URL: PORTAL,
    COMPANION_URL: COMPANION,
    ...overrides,
  });
  let app: NestFastifyApplication;
  const ports = { portal: 0, companion: 0 };

  beforeAll(async () => {
    const { config } = room.test;
    const logger = createLogger('silent', 'test');
    const platform = PlatformModule.forRoot(config, logger, 'test-api');
    const module = { module: RoomAlone, imports: [platform, PlatformHttpModule, Names, NoFamily, IdentityModule] };
    app = await createHttpApp(module, config, logger);
    await listen(app, config);
    const server = app.getHttpAdapter().getInstance();
    ports.portal = (server.server.address() as AddressInfo).port;
    ports.companion = (server.companion.address() as AddressInfo).port;
  });
  afterAll(() => app?.close());

  /** One call as a browser on that origin makes it, each from an address of its own: the coarse limits do not matter. */
  function call(method: string, path: string, { listener = 'companion', body, cookie, headers }: Call = {}) {
    const payload = body === undefined ? undefined : JSON.stringify(body);
    caller += 1;
    return new Promise<Answer>((resolve, reject) => {
      const sent = request(
        {
          host: '127.0.0.1',
          port: ports[listener],
          localAddress: `127.1.${caller >> 8}.${caller & 255}`,
          method,
          path,
          headers: {
            origin: listener === 'companion' ? COMPANION : PORTAL,
            ...(payload !== undefined && { 'content-type': 'application/json' }),
            ...(cookie && { cookie }),
            ...headers,
          },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => (text += chunk));
          response.on('end', () => {
            const isJson = /json/.test(response.headers['content-type'] ?? '') && text !== '';
            resolve({
              status: response.statusCode as number,
              headers: response.headers,
              text,
              body: isJson ? JSON.parse(text) : {},
              cookie: (response.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; '),
            });
          });
        },
      );
      sent.on('error', reject);
      sent.end(payload);
    });
  }

  const post = (path: string, body: unknown, more: Omit<Call, 'body'> = {}) => call('POST', path, { ...more, body });

  /** The code of a letter to the owner of the account. */
  const letter = (account: Account, purpose: CodePurpose = account.state === 'applied' ? 'registration' : 'device') =>
    room.test.database.transaction((tx) =>
      room.postedCodes.mint(tx, {
        accountId: account.id,
        purpose,
        letterId: newId(),
        validUntil: DateOnly.parse('2099-12-31'),
      }),
    );

  /** An account whose owner activated it on the web. */
  async function activeAccount(): Promise<Account> {
    const account = await room.newAccount();
    await room.test.database.transaction((tx) => room.accounts.activate(tx, account.id));
    return room.accounts.getById(account.id);
  }

  const startBinding = (account: Account, code: string, password = PASSWORD) =>
    post('/api/v1/devices/binding-options', { username: account.kvnr, password, code });

  /** Binds this authenticator with a new letter. */
  async function bind(account: Account, phone: VirtualAuthenticator, spoiled: Spoiled = {}, cookie = '') {
    const started = await startBinding(account, await letter(account));
    const { bindingId, publicKey } = started.body;
    const credential = phone.create(publicKey, spoiled);
    return post('/api/v1/devices', { bindingId, name: 'Handy von Erika', credential }, { cookie });
  }

  const challenge = async (deviceId?: string) =>
    (await post('/api/v1/device/session-options', { deviceId })).body as unknown as {
      challengeId: string;
      publicKey: { challenge: string; rpId: string; allowCredentials: { id: string }[]; userVerification: string };
    };

  /** Opens the companion with the key. */
  async function unlock(phone: VirtualAuthenticator, spoiled: Spoiled = {}, cookie = '') {
    const { challengeId, publicKey } = await challenge();
    return post('/api/v1/device/session', { challengeId, credential: phone.get(publicKey, spoiled) }, { cookie });
  }

  const events = async (accountId: string) =>
    (
      await room.test.query<{ name: string }>(
        `SELECT name FROM platform.outbox_event WHERE payload ->> 'accountId' = $1 ORDER BY id`,
        [accountId],
      )
    ).map(({ name }) => name);

  const stateOf = async (table: 'account' | 'device' | 'session', id: string) =>
    (await room.test.query<Record<string, unknown>>(`SELECT * FROM identity.${table} WHERE id = $1`, [id]))[0] ?? {};

  const phone = (isSyncable = false, kind: 'ES256' | 'EdDSA' = 'ES256') =>
    new VirtualAuthenticator(COMPANION, isSyncable, kind);

  return {
    room,
    get: <T>(type: abstract new (...args: never[]) => T): T => app.get(type),
    call,
    post,
    letter,
    activeAccount,
    startBinding,
    bind,
    challenge,
    unlock,
    events,
    stateOf,
    phone,
  };
}
