import { printedLetters, type RunningHouse, until } from '@of/testing';
import { Caller } from './support/caller';
import { kvnrOf, memberLine, PASSWORD, registration, settled } from './support/members';
import { startOwnPostgres, type OwnPostgres } from './support/own-postgres';
import { startHouse } from './support/running-house';

const PERSONS = 240;
let postgres: OwnPostgres;
let house: RunningHouse;

beforeAll(async () => {
  postgres = await startOwnPostgres();
  house = await startHouse({ adminUrl: postgres.url, hasClock: false });
  await house.importMembers(Array.from({ length: PERSONS }, (_, n) => memberLine(n + 1)));
});
afterAll(async () => {
  await house?.stop();
  await postgres?.stop();
});

it('PostgreSQL goes down like in a crash under load: 503 with Retry-After meanwhile, nothing acknowledged is lost', async () => {
  const answers: { number: number; status: number; at: number }[] = [];
  const reads: number[] = [];
  let next = 0;
  let isOver = false;

  /** Registers one person after the other; Caller throws on everything that is no proper answer. */
  const registrar = async () => {
    while (next < PERSONS) {
      const number = (next += 1);
      const body = registration({ kvnr: kvnrOf(number), postalCode: '04109' });
      const { status } = await new Caller(house).post('/api/v1/registrations', body);
      answers.push({ number, status, at: Date.now() });
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
  };
  const reader = async () => {
    const caller = new Caller(house);
    while (!isOver) {
      reads.push(
        (await caller.post('/api/v1/session', { username: `ghost-${reads.length}@beispiel.example`, password: 'x' }))
          .status,
      );
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  };
  const restarter = async () => {
    for (const mode of ['immediate', 'kill', 'fast'] as const) {
      await new Promise((resolve) => setTimeout(resolve, 700));
      await postgres.restart(mode);
    }
  };
  const watching = reader();
  await Promise.all([...Array.from({ length: 6 }, registrar), restarter()]);
  isOver = true;
  await watching;

  const byStatus = (status: number) => answers.filter((answer) => answer.status === status);
  expect(answers).toHaveLength(PERSONS);
  expect(answers.filter(({ status }) => status !== 202 && status !== 503)).toEqual([]);
  expect(reads.filter((status) => status !== 401 && status !== 503 && status !== 429)).toEqual([]);
  expect(byStatus(202).length).toBeGreaterThan(50);
  expect(byStatus(503).length).toBeGreaterThan(0);
  // Well again by itself, without a restart of ours.
  expect((await fetch(`http://127.0.0.1:${house.port}/health/ready`)).status).toBe(200);
  expect([house.api?.exitCode, house.worker?.exitCode]).toEqual([null, null]);

  await settled(house);
  const letters = printedLetters(house);
  const lettersTo = (number: number) => letters.filter(({ kvnr }) => kvnr === kvnrOf(number)).length;
  expect(byStatus(202).filter(({ number }) => lettersTo(number) !== 1)).toEqual([]);
  // A refused one may have been committed in the moment the answer was lost: then whole, with one letter.
  const accounts = await house.query<{ kvnr: string }>(`SELECT kvnr FROM identity.account`);
  expect(letters.map(({ kvnr }) => kvnr).sort()).toEqual(accounts.map(({ kvnr }) => kvnr).sort());
});

it('answers 503 with Retry-After while PostgreSQL is away, and is well again by itself', async () => {
  const caller = new Caller(house);
  const ready = () => fetch(`http://127.0.0.1:${house.port}/health/ready`);
  process.kill(postgres.pid as number, 'SIGQUIT');
  const away = await until('the API notices', async () => ((await ready()).status === 503 ? ready() : null));
  expect([away.status, Number(away.headers.get('retry-after')) > 0, await away.json()]).toEqual([
    503,
    true,
    { status: 'unavailable' },
  ]);

  const login = () => caller.post('/api/v1/session', { username: kvnrOf(1), password: PASSWORD });
  expect((await login()).body).toMatchObject({ status: 503, code: 'service-unavailable' });
  expect((await caller.post('/api/v1/registrations', registration())).body).toMatchObject({
    status: 503,
    code: 'service-unavailable',
  });
  expect((await caller.get('/health/live')).status).toBe(200);
  expect((await caller.get('/api/v1/branding')).status).toBe(200);

  await postgres.restart('immediate');
  await until('the API is well', async () => (await ready()).status === 200);
  expect((await login()).status).not.toBe(503);
});
