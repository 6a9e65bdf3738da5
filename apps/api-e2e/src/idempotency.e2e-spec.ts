import { newestLetter, printedLetters, type RunningHouse } from '@of/testing';
import { Caller, type Answer } from './support/caller';
import { kvnrOf, loggedIn, memberLine, registration, settled } from './support/members';
import { startHouse } from './support/running-house';

let house: RunningHouse;
let keys = 0;
const newKey = () => `key-${process.pid}-${(keys += 1)}`;
const body = (number: number, changes = {}) => registration({ kvnr: kvnrOf(number), postalCode: '04109', ...changes });
const register = (key: string, content: unknown, caller = new Caller(house)): Promise<Answer> =>
  caller.post('/api/v1/registrations', content, { headers: { 'idempotency-key': key } });
const replayed = (answer: Answer) => answer.headers['idempotency-replayed'];

beforeAll(async () => {
  house = await startHouse();
  await house.importMembers(Array.from({ length: 8 }, (_, n) => memberLine(n + 1)));
});
afterAll(() => house?.stop());

describe('Idempotency-Key', () => {
  it('S45 the same key and body get the first answer again, and nothing happens twice', async () => {
    const key = newKey();
    const first = await register(key, body(1));
    const again = await register(key, body(1));
    expect([first.status, again.status, again.text]).toEqual([202, 202, first.text]);
    expect([replayed(first), replayed(again)]).toEqual([undefined, 'true']);
    // The order of the fields is not the body.
    const reordered = await register(key, Object.fromEntries(Object.entries(body(1)).reverse()));
    expect([reordered.status, replayed(reordered)]).toEqual([202, 'true']);
    await settled(house);
    expect(printedLetters(house, kvnrOf(1))).toHaveLength(1);
  });

  it('S45 a refusal is repeated, too', async () => {
    const key = newKey();
    const first = await register(key, body(1));
    const again = await register(key, body(1));
    expect(first.body).toMatchObject({ status: 422, code: 'registration-not-possible' });
    expect([again.text, replayed(again)]).toEqual([first.text, 'true']);
  });

  it('S45 another body under the same key is refused', async () => {
    const key = newKey();
    await register(key, body(2));
    const other = await register(key, body(2, { postalCode: '04103' }));
    expect(other.body).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
  });

  it('S45 twenty at once under one key have one effect', async () => {
    const key = newKey();
    const answers = await Promise.all(Array.from({ length: 20 }, () => register(key, body(3))));
    const fresh = answers.filter((answer) => answer.status === 202 && !replayed(answer));
    expect(fresh).toHaveLength(1);
    const others = answers
      .filter((answer) => answer !== fresh[0])
      .map(({ status, body: { code } }) => (status === 202 ? 'replayed' : code));
    expect(others.every((answer) => answer === 'replayed' || answer === 'idempotency-in-progress')).toBe(true);
    await settled(house);
    expect(printedLetters(house, kvnrOf(3))).toHaveLength(1);
  });

  it('too many tries are no final answer: the key is free again', async () => {
    const caller = new Caller(house);
    for (let n = 0; n < 5; n++) await caller.post('/api/v1/registrations', body(500 + n));
    const key = newKey();
    expect((await register(key, body(4), caller)).status).toBe(429);
    await house.clock.advance('1 hour 1 second');
    const later = await register(key, body(4), caller);
    expect([later.status, replayed(later)]).toEqual([202, undefined]);
  });

  it('members have keys of their own', async () => {
    await register(newKey(), body(5));
    await newestLetter(house, kvnrOf(5));
    await newestLetter(house, kvnrOf(1));
    const [one, five] = [await loggedIn(house, kvnrOf(1)), await loggedIn(house, kvnrOf(5))];
    await house.clock.reset();
    const key = newKey();
    const order = (caller: Caller) =>
      caller.post('/api/v1/session/activation-letter', undefined, { headers: { 'idempotency-key': key } });
    for (const answer of [await order(one), await order(five)])
      expect([answer.status, replayed(answer)]).toEqual([429, undefined]);
  });

  it.each(['', 'two words', 'x'.repeat(256), 'ü'])('refuses the key %j', async (key) => {
    const answer = await register(Buffer.from(key).toString('latin1'), body(6));
    expect(answer.status).toBe(400);
  });

  it.each([
    ['a number beyond all bounds', '{"a":1e999}'],
    ['100 000 levels', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['a lone surrogate', '{"a":"\\ud800"}'],
    ['no JSON', '{'],
    ['no object', '5'],
  ])('never fails on %s under a key', async (_, raw) => {
    const answer = await new Caller(house).post('/api/v1/registrations', undefined, {
      raw,
      headers: { 'idempotency-key': newKey() },
    });
    expect([400, 422]).toContain(answer.status);
  });

  it('S06 keeps no password and no number', async () => {
    const rows = await house.query<{ text: string }>(`SELECT k::text AS text FROM platform.idempotency_key k`);
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.map(({ text }) => text).join()).not.toMatch(/Regenbogen|M0000/);
  });
});
