import { type RunningHouse } from '@of/testing';
import { Caller } from './support/caller';
import { AYLIN, kvnrOf, LENA, MAX_ENDED, MIA_CHILD, registration } from './support/members';
import { startHouse } from './support/running-house';

/** Interleaved, so that whatever else the machine does meets every class alike. */
const ROUNDS = 120;
let house: RunningHouse;

beforeAll(async () => {
  house = await startHouse({ env: { LOG_LEVEL: 'warn' } });
  await new Caller(house).post('/api/v1/registrations', registration(AYLIN));
});
afterAll(() => house?.stop());

const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] as number;

/** Chance that a time of one class is longer than one of the other: 0.5 means that the times tell nothing. */
function auc(one: number[], other: number[]): number {
  const wins = one.flatMap((a) => other.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)));
  return wins.reduce<number>((sum, win) => sum + win, 0) / wins.length;
}

async function measure(classes: Record<string, () => Promise<unknown>>): Promise<Record<string, number[]>> {
  const times: Record<string, number[]> = Object.fromEntries(Object.keys(classes).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS + 5; round++) {
    await house.query(`DELETE FROM platform.counted_try`);
    await house.query(`DELETE FROM identity.throttle`);
    // Another order each round: nobody is always the first after the pause.
    const names = Object.keys(classes).sort(() => Math.random() - 0.5);
    for (const name of names) {
      const start = performance.now();
      await (classes[name] as () => Promise<unknown>)();
      if (round >= 5) times[name]?.push(performance.now() - start);
    }
  }
  return times;
}

/** What the times of one series give away: medians more than 10 ms apart, or classes that can be told from each other. */
function findTells(times: Record<string, number[]>): string[] {
  const names = Object.keys(times);
  return names.flatMap((one, index) =>
    names.slice(index + 1).flatMap((other) => {
      const [a, b] = [times[one] as number[], times[other] as number[]];
      const isApart = Math.abs(median(a) - median(b)) >= 10 || Math.abs(auc(a, b) - 0.5) >= 0.2;
      return isApart ? [`${one} / ${other}`] : [];
    }),
  );
}

/** A leak shows in every series; what a busy machine does to one of them is gone in the next. */
async function expectAlike(classes: Record<string, () => Promise<unknown>>): Promise<void> {
  let tells = findTells(await measure(classes));
  for (let again = 0; again < 2 && tells.length > 0; again++) {
    const next = findTells(await measure(classes));
    tells = tells.filter((pair) => next.includes(pair));
  }
  expect(tells).toEqual([]);
}

it('S01 the time of a refused registration does not tell its cause', async () => {
  const register = (changes: object) => () =>
    new Caller(house).post('/api/v1/registrations', registration(changes as Record<string, unknown>));
  await expectAlike({
    'not found': register({ kvnr: kvnrOf(700) }),
    'other postcode': register({ ...LENA, postalCode: '80333' }),
    'already registered': register(AYLIN),
    'cover ended': register(MAX_ENDED),
    'too young': register(MIA_CHILD),
  });
});

it('S14 the time of a failed login does not tell whether the user name exists', async () => {
  const login = (username: string) => () =>
    new Caller(house).post('/api/v1/session', { username, password: 'Falsch-7-Falsch!' });
  await expectAlike({
    known: login(AYLIN.kvnr),
    unknown: login(kvnrOf(701)),
    'unknown address': login('nobody@beispiel.example'),
  });
});
