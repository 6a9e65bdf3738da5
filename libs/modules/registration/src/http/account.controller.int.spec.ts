import { ApprovalModule, ProtectedActions } from '@of/approval';
import { ConsentModule } from '@of/consent';
import { IdentityModule, SessionRepository } from '@of/identity';
import { newId } from '@of/kernel';
import { LettersModule } from '@of/letters';
import { MembershipModule } from '@of/membership';
import { createHttpApp, createLogger, PlatformHttpModule, PlatformModule, SessionCookie } from '@of/platform';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { accountLife, type OpenedAccount } from '../account-life.fixture';
import { PASSWORD, registrationRoom } from '../registration-room.fixture';
import { RegistrationModule } from '../registration.module';

const room = registrationRoom();
const life = accountLife(room);
let app: NestFastifyApplication;

beforeAll(async () => {
  const { config } = room.test;
  const logger = createLogger('silent', 'test');
  const platform = PlatformModule.forRoot(config, logger, 'test-api');
  const rooms = [MembershipModule, IdentityModule, ConsentModule, LettersModule, ApprovalModule, RegistrationModule];
  const module = { module: class Rooms {}, imports: [platform, PlatformHttpModule, ...rooms] };
  app = await createHttpApp(module, config, logger);
});
afterAll(() => app?.close());
beforeEach(() => room.test.clock.set(new Date().toISOString()));

/** A browser signed in to the account, in this step and at this level. */
async function browser(account: OpenedAccount, nextStep: string | null, level = 'basic') {
  const { accountId } = account;
  const { token, sessionId } = await room.test.database.transaction((tx) =>
    room
      .get(SessionRepository)
      .start(tx, { accountId, browser: 'Firefox · Linux', address: '10.0.0.1', trustedBrowser: null }),
  );
  await room.test.query(`UPDATE identity.session SET next_step = $2, level = $3 WHERE id = $1`, [
    sessionId,
    nextStep,
    level,
  ]);
  const cookies = { of_session: app.get(SessionCookie).sign(token, new Date(Date.now() + 3_600_000)) };
  const headers = { origin: room.test.config.publicOrigin };
  const call = (method: 'GET' | 'DELETE', payload?: object) =>
    app.inject({ method, url: '/api/v1/me/account', cookies, headers, payload });
  return { sessionId, read: () => call('GET'), remove: (password: unknown) => call('DELETE', { password }) };
}

const bindDevice = ({ accountId }: OpenedAccount) =>
  room.test.query(
    `INSERT INTO identity.device (id, account_id, name, state, credential_id, public_key, transports, sign_count,
       is_syncable, is_backed_up, bound_by)
     VALUES ($1, $2, 'Handy', 'active', 'credential', '', '{}', 0, false, false, 'posted-code')`,
    [newId(), accountId],
  );

describe('DELETE /api/v1/me/account', () => {
  it.each([
    ['applied', 'activate', 11],
    ['active', 'accept-terms', 12],
    ['active', 'confirm-contact', 13],
    ['active', null, 14],
  ] as const)('C10 deletes an account that is %s in step %s and signs the browser out', async (state, step, number) => {
    const account = await life.open(number, state);
    const { remove, read } = await browser(account, step);
    const answer = await remove(PASSWORD);
    expect([answer.statusCode, answer.body]).toEqual([204, '']);
    expect(answer.headers['clear-site-data']).toBe('"cache", "storage"');
    expect(answer.cookies).toEqual([expect.objectContaining({ name: 'of_session', value: '', httpOnly: true })]);
    expect(await account.state()).toBeNull();
    expect((await read()).statusCode).toBe(401);
  });

  it('C10 changes nothing without the right password or before the login was released', async () => {
    const account = await life.open(1, 'active');
    const { remove } = await browser(account, null);
    const wrong = await remove('Falsches-Passwort-1');
    expect([wrong.statusCode, wrong.json().errors[0].code]).toEqual([422, 'password-wrong']);
    expect((await remove(undefined)).statusCode).toBe(422);
    expect((await remove({ $ne: '' })).statusCode).toBe(422);
    const waiting = await (await browser(account, 'approve-login')).remove(PASSWORD);
    expect([waiting.statusCode, waiting.json().code]).toEqual([403, 'step-required']);
    expect(await account.state()).toBe('active');
  });

  it('D4 D7 asks the bound device, and deletes nothing before its release', async () => {
    const account = await life.open(2, 'active');
    await bindDevice(account);
    const refused = await (await browser(account, null, 'basic')).remove(PASSWORD);
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'second-factor-required']);

    const { remove, read, sessionId } = await browser(account, null, 'full');
    const asked = await remove(PASSWORD);
    expect([asked.statusCode, asked.json()]).toEqual([
      202,
      expect.objectContaining({ action: 'account-deletion', status: 'pending', devices: ['Handy'] }),
    ]);
    expect(asked.headers['clear-site-data']).toBeUndefined();
    expect([await account.state(), (await read()).statusCode]).toEqual(['active', 200]);

    const released = { id: asked.json().id as string, accountId: account.accountId, insuredId: account.insuredId };
    await room.test.database.transaction((tx) =>
      app
        .get(ProtectedActions)
        .get('account-deletion')
        .apply(tx, {}, { ...released, sessionId, deviceId: newId() }),
    );
    expect([await account.state(), (await read()).statusCode]).toEqual([null, 401]);
    expect(await life.mailsTo('owner-2@beispiel.example')).toHaveLength(1);
  });
});

describe('GET /api/v1/me/account', () => {
  it('C11 says from the first day without cover when the access closes', async () => {
    await room.test.clock.set('2026-11-23T09:00:00Z');
    const account = await life.open(3, 'active');
    await account.insure(['2015-04-01', '2026-11-23']);
    await life.followImport();
    const { read } = await browser(account, null);
    expect((await read()).json()).toEqual({ coverEndedOn: null, accessEndsOn: null });
    await room.test.clock.set('2026-11-23T23:00:01Z');
    const later = await browser(account, null);
    expect((await later.read()).json()).toEqual({ coverEndedOn: '2026-11-23', accessEndsOn: '2026-12-24' });
  });
});
