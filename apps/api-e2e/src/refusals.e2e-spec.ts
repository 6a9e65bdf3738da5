import { codeOf, newestLetter, type RunningHouse } from '@of/testing';
import { Caller } from './support/caller';
import {
  AYLIN,
  kvnrOf,
  LENA,
  loggedIn,
  MAX_ENDED,
  memberLine,
  MIA_CHILD,
  PASSWORD,
  registered,
  registration,
} from './support/members';
import { startHouse } from './support/running-house';

const WRONG_CODE = '0000-0000-0001';
let house: RunningHouse;

beforeAll(async () => {
  house = await startHouse();
  await house.importMembers([1, 2, 3, 4, 5, 6].map((number) => memberLine(number)));
});
afterAll(() => house?.stop());
afterEach(() => house.clock.reset());

const person = (number: number) => ({ kvnr: kvnrOf(number), postalCode: '04109' });
const register = (changes: Record<string, unknown>, caller = new Caller(house)) =>
  caller.post('/api/v1/registrations', registration(changes));
const login = (username: string, password: string, caller = new Caller(house)) =>
  caller.post('/api/v1/session', { username, password });

describe('POST /registrations', () => {
  it('S01 answers every cause after the look-up byte for byte alike', async () => {
    await register(AYLIN);
    const causes = [{ kvnr: kvnrOf(777) }, { ...LENA, postalCode: '80333' }, AYLIN, MAX_ENDED, MIA_CHILD];
    const answers = await Promise.all(causes.map((cause) => register(cause)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.body).toMatchObject({ status: 422, code: 'registration-not-possible' });
    expect(answers[0]?.body).not.toHaveProperty('errors');
    const names = answers.map(({ headers }) => Object.keys(headers).sort().join());
    expect(new Set(names).size).toBe(1);
  });

  it.each([
    [{ kvnr: 'A12345678' }, '/kvnr', 'kvnr-format'],
    [{ kvnr: 'Ä123456780' }, '/kvnr', 'kvnr-format'],
    [{ kvnr: '' }, '/kvnr', 'kvnr-format'],
    [{ kvnr: 'A123456781' }, '/kvnr', 'kvnr-check-digit'],
    [{ postalCode: '1099' }, '/postalCode', 'postal-code-format'],
    [{ postalCode: '0109a' }, '/postalCode', 'postal-code-format'],
    [{ password: 'Passwort1234!' }, '/password', 'password-policy'],
    [{ termsVersion: '1999-01-01' }, '/termsVersion', 'unknown-version'],
    [{ privacyVersion: '../../etc' }, '/privacyVersion', 'unknown-version'],
    [{ kvnr: 123456780 }, '/kvnr', 'wrong-type'],
    [{ password: undefined }, '/password', 'required'],
    [{ role: 'admin' }, '/role', 'unknown-field'],
    [{ postalCode: null }, '/postalCode', 'required'],
    [{ password: 'Aa1!\u0000aaaaaaaaa' }, '/password', 'unusable-character'],
    [{ password: 'x'.repeat(1_001) }, '/password', 'too-long'],
    [{ kvnr: ['A123456780'] }, '/kvnr', 'wrong-type'],
  ])('B5 names the fault: %j → %s %s', async (changes, pointer, code) => {
    const { status, body } = await register(changes);
    expect([status, body.code]).toEqual([422, 'validation-failed']);
    expect(body.errors).toEqual([expect.objectContaining({ pointer, code })]);
  });

  it('C5 names every unmet rule of the password', async () => {
    const { body } = await register({ password: 'kurz' });
    expect(body.errors?.map(({ rule }) => rule)).toEqual(['min-length', 'uppercase', 'digit', 'special']);
    const english = await new Caller(house, undefined, 'en').post(
      '/api/v1/registrations',
      registration({ password: 'kurz' }),
    );
    expect(JSON.stringify(english.body)).toContain('at least 12 characters');
    expect(english.headers['content-language']).toBe('en');
  });

  it('D3 answers 429 after five tries an hour of one address', async () => {
    const caller = new Caller(house);
    for (let n = 0; n < 5; n++) expect((await register({ kvnr: kvnrOf(500 + n) }, caller)).status).toBe(422);
    const answer = await register({ kvnr: kvnrOf(505) }, caller);
    expect([answer.status, answer.body.code]).toEqual([429, 'too-many-requests']);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(3_000);
  });

  it('D3 answers 429 after five tries a day for one number, from whatever address, known or not', async () => {
    for (const kvnr of [kvnrOf(600), LENA.kvnr]) {
      for (let n = 0; n < 5; n++) await register({ kvnr, postalCode: '99999' });
      expect((await register({ kvnr, postalCode: '99999' })).status).toBe(429);
    }
  });

  it('S30 believes no X-Forwarded-For', async () => {
    const caller = new Caller(house);
    const answers = [];
    for (let n = 0; n < 7; n++) {
      const headers = { 'x-forwarded-for': `10.0.0.${n}`, forwarded: `for=10.0.0.${n}`, 'x-real-ip': `10.0.0.${n}` };
      answers.push(
        (await caller.post('/api/v1/registrations', registration({ kvnr: kvnrOf(700 + n) }), { headers })).status,
      );
    }
    expect(answers).toEqual([422, 422, 422, 422, 422, 429, 429]);
  });
});

describe('POST /session', () => {
  it('S14 answers unknown user name and wrong password byte for byte alike', async () => {
    await register(person(1));
    const answers = await Promise.all([
      login(kvnrOf(1), 'Falsch-7-Falsch!'),
      login(kvnrOf(888), 'Falsch-7-Falsch!'),
      login('nobody@beispiel.example', 'x'),
    ]);
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.body).toMatchObject({ status: 401, code: 'login-failed' });
    expect(answers.flatMap(({ setCookies }) => setCookies)).toEqual([]);
  });

  it.each([
    ['known', kvnrOf(2)],
    ['unknown', kvnrOf(889)],
  ])('S12 five wrong passwords of a %s name get 401, the sixth try 429', async (_, username) => {
    if (username === kvnrOf(2)) await register(person(2));
    for (let n = 0; n < 5; n++) expect((await login(username, 'Falsch-7-Falsch!')).status).toBe(401);
    const sixth = await login(username, PASSWORD);
    expect([sixth.status, sixth.body.code]).toEqual([429, 'too-many-requests']);
    expect(Number(sixth.headers['retry-after'])).toBeLessThanOrEqual(60);
    await house.clock.advance('61 seconds');
    expect((await login(username, PASSWORD)).status).toBe(username === kvnrOf(2) ? 200 : 401);
  });

  it('S13 a browser that was here before gets in while strangers wait', async () => {
    await register(person(3));
    const owner = new Caller(house);
    const answer = await owner.post('/api/v1/session', { username: kvnrOf(3), password: PASSWORD, trustBrowser: true });
    expect(answer.setCookies.some((line) => line.startsWith('of_browser='))).toBe(true);
    for (let n = 0; n < 6; n++) await login(kvnrOf(3), 'Falsch-7-Falsch!');
    expect((await login(kvnrOf(3), PASSWORD)).status).toBe(429);
    expect((await login(kvnrOf(3), PASSWORD, owner)).status).toBe(200);
  });

  it('C3 tells that the cover ended only after the right password', async () => {
    await registered(house, person(4));
    await house.importMembers([
      { ...memberLine(4), insurancePeriods: [{ from: '2015-04-01', to: '2025-12-31', kind: 'member' }] },
    ]);
    expect((await login(kvnrOf(4), 'Falsch-7-Falsch!')).body).toMatchObject({ status: 401, code: 'login-failed' });
    const answer = await login(kvnrOf(4), PASSWORD);
    expect(answer.body).toMatchObject({ status: 403, code: 'insurance-ended' });
    expect(answer.setCookies).toEqual([]);
  });

  it.each([
    [{}, '/username'],
    [{ username: 'x', password: 1 }, '/password'],
    [{ username: '', password: 'x' }, '/username'],
    [{ username: 'x', password: 'x', trustBrowser: 'yes' }, '/trustBrowser'],
  ])('names the field of %j', async (body, pointer) => {
    const answer = await new Caller(house).post('/api/v1/session', body);
    expect(answer.status).toBe(422);
    expect(answer.body.errors?.map((error) => error.pointer)).toContain(pointer);
  });
});

describe('activation', () => {
  let waiting: Caller;
  let code: string;

  it('S05 burns the code after five wrong entries: the right one is refused with 409', async () => {
    code = await registered(house, person(5));
    waiting = await loggedIn(house, kvnrOf(5));
    for (const left of [4, 3, 2, 1, 0]) {
      expect((await waiting.post('/api/v1/session/activation', { code: WRONG_CODE })).body).toMatchObject({
        code: 'code-invalid',
        attemptsLeft: left,
      });
    }
    expect((await waiting.post('/api/v1/session/activation', { code })).body).toMatchObject({
      status: 409,
      code: 'code-void',
    });
  });

  it('S05 orders a new letter after 24 hours, not before; the old code stays dead', async () => {
    const early = await waiting.post('/api/v1/session/activation-letter');
    expect(early.body).toMatchObject({ status: 429, code: 'too-many-requests', reason: 'letter-under-way' });
    expect(Number(early.headers['retry-after'])).toBeGreaterThan(80_000);
    await house.clock.advance('24 hours 1 minute');
    waiting = await loggedIn(house, kvnrOf(5));
    const ordered = await waiting.post('/api/v1/session/activation-letter');
    expect([ordered.status, Object.keys(ordered.body)]).toEqual([202, ['letterExpectedBy']]);
    const second = codeOf(await newestLetter(house, kvnrOf(5), 2));
    expect((await waiting.post('/api/v1/session/activation', { code })).body).toMatchObject({
      code: 'code-invalid',
      attemptsLeft: 4,
    });
    expect((await waiting.post('/api/v1/session/activation', { code: second })).status).toBe(200);
  });

  it('S05 knows the last day of the code in Germany', async () => {
    const late = await registered(house, person(6));
    await house.clock.advance('25 days');
    const caller = await loggedIn(house, kvnrOf(6));
    expect((await caller.post('/api/v1/session/activation', { code: late })).body).toMatchObject({
      status: 422,
      code: 'code-expired',
    });
  });
});
