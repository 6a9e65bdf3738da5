import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, newestLetter, printedLetters, type RunningHouse, until } from '@of/testing';
import { Caller } from './support/caller';
import { AYLIN, ERIKA, kvnrOf, loggedIn, memberLine, registration, settled } from './support/members';
import { startHouse } from './support/running-house';

let house: RunningHouse;

beforeAll(async () => {
  house = await startHouse({ hasClock: false });
  await house.importMembers(Array.from({ length: 60 }, (_, n) => memberLine(n + 1)));
});
afterAll(() => house?.stop());

const register = (person: { kvnr: string; postalCode: string }) =>
  new Caller(house).post('/api/v1/registrations', registration(person));
const person = (number: number) => ({ kvnr: kvnrOf(number), postalCode: '04109' });

it('S05 50 parallel registrations of one person, each from an address of its own, make one account and one letter', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => register(ERIKA)));
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status === 202)).toHaveLength(1);
  expect(new Set(statuses)).toEqual(new Set([202, 422, 429]));
  await settled(house);
  expect(await house.query(`SELECT FROM identity.account WHERE kvnr = $1`, [ERIKA.kvnr])).toHaveLength(1);
  expect(await house.query(`SELECT FROM letters.letter`)).toHaveLength(1);
  expect(printedLetters(house, ERIKA.kvnr)).toHaveLength(1);
});

it('the worker dies between rendering and hand-over: exactly one letter leaves, with the bytes that were sealed', async () => {
  const folder = join(house.dataDir, 'print');
  const before = printedLetters(house).length;
  rmSync(folder, { recursive: true });
  writeFileSync(folder, 'a file where the folder should be');
  expect((await register(AYLIN)).status).toBe(202);
  const rendered = await until('the letter is rendered', async () => {
    const [row] = await house.query<{ id: string; sha256: string }>(
      `SELECT id, sha256 FROM letters.letter WHERE state = 'rendered'`,
    );
    return row;
  });
  await house.killWorker();
  rmSync(folder);
  expect(before).toBe(1);

  house.startWorker();
  const letter = await newestLetter(house, AYLIN.kvnr);
  await settled(house);
  expect(letter.letterId).toBe(rendered.id);
  const bytes = readFileSync(letter.pdf);
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(rendered.sha256);
  expect(letter.sha256).toBe(rendered.sha256);
  expect(printedLetters(house, AYLIN.kvnr)).toHaveLength(1);
  expect(
    await house.query(
      `SELECT FROM identity.posted_code c JOIN identity.account a ON a.id = c.account_id WHERE a.kvnr = $1`,
      [AYLIN.kvnr],
    ),
  ).toHaveLength(1);

  const member = await loggedIn(house, AYLIN.kvnr);
  expect((await member.post('/api/v1/session/activation', { code: codeOf(letter) })).status).toBe(200);
});

it('the worker is killed again and again under 20 registrations: 20 letters, no fewer and no more', async () => {
  const numbers = Array.from({ length: 20 }, (_, n) => n + 1);
  let isDone = false;
  const killer = (async () => {
    for (let kills = 0; kills < 6 || !isDone; kills++) {
      // A start takes about a second: sometimes it dies while booting, sometimes in the middle of its work.
      await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 1_500));
      await house.killWorker();
      house.startWorker();
    }
  })();
  for (const number of numbers) {
    expect((await register(person(number))).status).toBe(202);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  isDone = true;
  await killer;
  await settled(house);

  for (const number of numbers) expect(printedLetters(house, kvnrOf(number))).toHaveLength(1);
  const [row] = await house.query<{ letters: number; live: number; dead: number }>(
    `SELECT (SELECT count(*)::int FROM letters.letter l JOIN identity.account a ON a.id = l.account_id WHERE a.kvnr LIKE 'M%') AS letters,
            (SELECT count(*)::int FROM identity.posted_code c JOIN identity.account a ON a.id = c.account_id WHERE a.kvnr LIKE 'M%') AS live,
            (SELECT count(*)::int FROM platform.outbox_event WHERE dead_at IS NOT NULL) AS dead`,
  );
  expect(row).toEqual({ letters: 20, live: 20, dead: 0 });
  for (const number of [1, 7, 20]) {
    const letter = printedLetters(house, kvnrOf(number))[0];
    const member = await loggedIn(house, kvnrOf(number));
    expect((await member.post('/api/v1/session/activation', { code: codeOf(letter as never) })).status).toBe(200);
  }
});

it('S53 an audit trail that cannot be written stops the act with 503 and leaves no trace of it', async () => {
  await house.query(
    `CREATE FUNCTION platform.audit_is_full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'full' USING ERRCODE = '53100'; END $$`,
  );
  await house.query(
    `CREATE TRIGGER audit_is_full BEFORE INSERT ON platform.audit_entry EXECUTE FUNCTION platform.audit_is_full()`,
  );
  const answer = await register(person(30));
  expect(answer.body).toMatchObject({ status: 503, code: 'service-unavailable' });
  expect(await house.query(`SELECT FROM identity.account WHERE kvnr = $1`, [kvnrOf(30)])).toEqual([]);
  await house.query(`DROP TRIGGER audit_is_full ON platform.audit_entry`);
  expect((await register(person(30))).status).toBe(202);
  await settled(house);
});
