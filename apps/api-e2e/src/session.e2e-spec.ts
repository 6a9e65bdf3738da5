import { type RunningHouse } from '@of/testing';
import { Caller } from './support/caller';
import { AYLIN, ERIKA, loggedIn, member, PASSWORD, registration } from './support/members';
import { startHouse } from './support/running-house';

let house: RunningHouse;

beforeAll(async () => {
  house = await startHouse();
  await new Caller(house).post('/api/v1/registrations', registration(AYLIN));
});
afterAll(() => house?.stop());
afterEach(() => house.clock.reset());

describe('a member’s session', () => {
  let erika: Caller;

  beforeAll(async () => {
    erika = await member(house, ERIKA, 'erika@beispiel.example');
  });

  it('is not extended by looking at it, but by POST /session/extension', async () => {
    const deadline = async (call: Promise<{ body: Record<string, unknown> }>) =>
      Date.parse(String((await call).body['idleExpiresAt']));
    erika = await loggedIn(house, ERIKA.kvnr);
    const first = await deadline(erika.get('/api/v1/session'));
    await house.clock.advance('10 minutes');
    expect(await deadline(erika.get('/api/v1/session'))).toBe(first);
    expect((await deadline(erika.post('/api/v1/session/extension'))) - first).toBeGreaterThan(590_000);
    await house.clock.advance('14 minutes 58 seconds');
    expect((await erika.get('/api/v1/session')).status).toBe(200);
    await house.clock.advance('3 seconds');
    expect((await erika.get('/api/v1/session')).body).toMatchObject({ status: 401, code: 'not-authenticated' });
  });

  it('ends with the next request when it is ended elsewhere; foreign and unknown ids are not found', async () => {
    const [here, there] = [await loggedIn(house, ERIKA.kvnr), await loggedIn(house, ERIKA.kvnr)];
    const thereId = String((await there.get('/api/v1/session')).body['id']);
    const stranger = await loggedIn(house, AYLIN.kvnr);
    expect((await stranger.delete(`/api/v1/me/sessions/${thereId}`)).status).toBe(403); // in step "activate"
    expect((await here.delete(`/api/v1/me/sessions/${thereId}`)).status).toBe(204);
    expect((await there.get('/api/v1/me')).status).toBe(401);
    for (const id of [thereId, '0199a3f0-6c1e-7c3a-9f0b-3f6f1c2d4e5a', 'x', '..%2f', "1'%20OR%201=1"]) {
      expect((await here.delete(`/api/v1/me/sessions/${id}`)).status).toBe(404);
    }
    expect((await here.delete('/api/v1/me/sessions/%00')).status).toBe(422);
  });

  it('is needed: every member call without one is 401', async () => {
    const anybody = new Caller(house);
    for (const [method, path] of [
      ['GET', '/me'],
      ['PUT', '/me/email'],
      ['POST', '/me/email/verification'],
      ['PUT', '/me/mobile'],
      ['PUT', '/me/password'],
      ['GET', '/me/sessions'],
      ['GET', '/me/letters'],
      ['GET', '/session'],
      ['DELETE', '/session'],
      ['POST', '/session/extension'],
      ['POST', '/session/activation'],
    ] as const) {
      const answer = await anybody.call(
        method,
        `/api/v1${path}`,
        method === 'GET' || method === 'DELETE' ? undefined : {},
      );
      expect([path, answer.status, answer.body.code]).toEqual([path, 401, 'not-authenticated']);
    }
  });

  it.each(['garbage', 'a.b.c', 'eyJhbGciOiJub25lIn0.eyJzaWQiOiJ4IiwiYXVkIjoibWVtYmVyIn0.'])(
    'is not made of a cookie like %s',
    async (value) => {
      const forger = new Caller(house);
      forger.cookies.set('of_session', value);
      expect((await forger.get('/api/v1/me')).status).toBe(401);
    },
  );

  it('names the fields of a contact and asks for the password', async () => {
    const caller = await loggedIn(house, ERIKA.kvnr);
    const email = await caller.put('/api/v1/me/email', { email: 'kein', password: PASSWORD });
    expect(email.body.errors).toEqual([expect.objectContaining({ pointer: '/email', code: 'email-format' })]);
    const mobile = await caller.put('/api/v1/me/mobile', { mobile: '0351 1234567', password: PASSWORD });
    expect(mobile.body.errors).toEqual([expect.objectContaining({ pointer: '/mobile', code: 'mobile-format' })]);
    const password = await caller.put('/api/v1/me/mobile', { mobile: null, password: 'Falsch-7-Falsch!' });
    expect(password.body.errors).toEqual([expect.objectContaining({ pointer: '/password', code: 'password-wrong' })]);
  });
});
