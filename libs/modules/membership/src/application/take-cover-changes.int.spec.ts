import { Sealer } from '@of/platform';
import { testDatabase } from '@of/testing';
import { kvnrOf, memberLine, ndjson } from '../../testing/member-line';
import { coverChanged } from '../domain/membership.events';
import { membershipMigrations } from '../index';
import { ImportMembers } from './import-members';
import { TakeCoverChanges } from './take-cover-changes';

const test = testDatabase(membershipMigrations);
const takeChanges = new TakeCoverChanges();

type Period = [from: string, to: string | null];
const line = (number: number, ...periods: Period[]) =>
  memberLine({
    externalId: `P-${number}`,
    kvnr: kvnrOf(number),
    insurancePeriods: periods.map(([from, to]) => ({ from, to, kind: 'member' })),
  });
const load = (...lines: Record<string, unknown>[]) =>
  new ImportMembers(test.database, new Sealer(test.config), test.config).execute(ndjson(...lines));
const take = (limit = 100) => test.database.transaction((tx) => takeChanges.execute(tx, limit));
const events = async () =>
  (await test.query(`SELECT FROM platform.outbox_event WHERE name = $1`, [coverChanged])).length;

beforeEach(() => test.query(`TRUNCATE membership.insured_person, platform.outbox_event CASCADE`));

it('C11 tells once per batch that cover changed, and of nobody whose cover did not', async () => {
  await load(line(1, ['2015-04-01', null]), line(2, ['2015-04-01', null]), line(3, ['2015-04-01', null]));
  expect([await events(), await take()]).toEqual([0, []]);

  await load(
    line(1, ['2015-04-01', '2026-11-30']),
    { ...line(2, ['2015-04-01', null]), givenName: 'Anna' },
    line(3, ['2015-04-01', '2026-10-31'], ['2027-01-01', '2027-12-31']),
  );
  expect(await events()).toBe(1);
  expect((await take()).map(({ endsOn }) => endsOn).sort()).toEqual(['2026-11-30', '2027-12-31']);
  expect(await take()).toEqual([]);
});

it('knows no end while one period has none', async () => {
  await load(line(1, ['2015-04-01', '2026-11-30']));
  await load(line(1, ['2015-04-01', '2026-11-30'], ['2027-01-01', null]));
  expect((await take()).map(({ endsOn }) => endsOn)).toEqual([null]);
});

it('hands each change to one of several takers', async () => {
  const numbers = Array.from({ length: 40 }, (_, n) => n + 1);
  await load(...numbers.map((number) => line(number, ['2015-04-01', null])));
  await load(...numbers.map((number) => line(number, ['2015-04-01', '2026-11-30'])));
  const taken = (await Promise.all(Array.from({ length: 8 }, () => take(10)))).flat();
  expect(new Set(taken.map(({ insuredId }) => insuredId)).size).toBe(taken.length);
  expect(taken.length + (await take()).length).toBe(40);
});

it('gives a change back when what follows from it failed', async () => {
  await load(line(1, ['2015-04-01', null]));
  await load(line(1, ['2015-04-01', '2026-11-30']));
  const failing = test.database.transaction(async (tx) => {
    await takeChanges.execute(tx, 10);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await take()).toHaveLength(1);
});

it('loses no change that is imported while an older one of the same person is taken', async () => {
  await load(line(1, ['2015-04-01', null]));
  for (let n = 1; n <= 20; n++) {
    const endsOn = `2026-12-${String(n).padStart(2, '0')}`;
    let last: string | null | undefined;
    const keep = (changes: { endsOn: string | null }[]) => void (changes[0] && (last = changes[0].endsOn));
    await Promise.all([load(line(1, ['2015-04-01', endsOn])), take().then(keep), take().then(keep)]);
    keep(await take());
    expect(last).toBe(endsOn);
  }
});
