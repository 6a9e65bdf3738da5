import { Kvnr } from '@of/kernel';
import { Sealer } from '@of/platform';
import { testDatabase } from '@of/testing';
import { ImportMembers, membershipMigrations } from '../index';
import { FamilyAccess } from './family-access';
import { ReadFamily } from './read-family';
import { kvnrOf, memberLine, ndjson } from '../../testing/member-line';

const test = testDatabase(membershipMigrations);
const ids: Record<string, string> = {};

const period = (from: string, to: string | null, through = 'mother') => ({
  from,
  to,
  kind: 'family',
  mainMemberExternalId: through,
});
const people: [string, string, object[] | null][] = [
  ['mother', '1984-08-12', null],
  ['leap', '2012-02-29', [period('2015-01-01', null)]],
  ['march', '2010-03-01', [period('2015-01-01', null)]],
  ['ending', '2017-05-03', [period('2017-05-03', '2027-01-31')]],
  ['going-on', '2018-05-03', [period('2018-05-03', '2026-12-31'), period('2027-01-01', '2027-06-30')]],
  ['gap', '2019-05-03', [period('2019-05-03', '2026-12-31'), period('2027-02-01', null)]],
  ['changing', '2020-05-03', [period('2020-05-03', '2026-12-31'), period('2027-01-01', null, 'father')]],
  ['father', '1980-01-01', null],
];

beforeAll(async () => {
  const lines = people.map(([externalId, dateOfBirth, insurancePeriods], index) =>
    memberLine({
      externalId,
      kvnr: Kvnr.parse(kvnrOf(index + 1)).value,
      givenName: externalId,
      dateOfBirth,
      ...(insurancePeriods ? { insurancePeriods } : {}),
    }),
  );
  await new ImportMembers(test.database, new Sealer(test.config), test.config).execute(ndjson(...lines));
  const rows = await test.query<{ id: string; name: string }>(
    `SELECT id, external_id AS name FROM membership.insured_person`,
  );
  for (const { id, name } of rows) ids[name] = id;
});

const familyOf = async (name: string, instant: string) => {
  await test.clock.set(instant);
  return new ReadFamily(test.database, new FamilyAccess(test.database)).execute(ids[name] as string);
};

describe('a family', () => {
  it('E1 names the member first, then the children by age', async () => {
    const family = await familyOf('mother', '2026-11-23T10:00:00Z');
    expect(family.map(({ givenName, relation, age }) => [givenName, relation, age])).toEqual([
      ['mother', 'self', 42],
      ['march', 'child', 16],
      ['leap', 'child', 14],
      ['ending', 'child', 9],
      ['going-on', 'child', 8],
      ['gap', 'child', 7],
      ['changing', 'child', 6],
    ]);
  });

  it('E1 S36 says until when: the day before the 18th birthday, or the end of co-insurance', async () => {
    const family = await familyOf('mother', '2026-11-23T10:00:00Z');
    const until = Object.fromEntries(family.map(({ givenName, actUntil }) => [givenName, actUntil]));
    expect(until).toEqual({
      mother: null,
      march: '2028-02-29', // born on 1 March, of age in a leap year
      leap: '2030-02-28', // born on 29 February: of age on 1 March 2030
      ending: '2027-01-31',
      'going-on': '2027-06-30',
      gap: '2026-12-31',
      changing: '2026-12-31',
    });
    const own = Object.fromEntries(family.map(({ givenName, ownAccessFrom }) => [givenName, ownAccessFrom]));
    expect(own).toMatchObject({ mother: null, march: '2025-03-01', leap: '2027-03-01', ending: '2032-05-03' });
  });

  it('E1 agrees with the access that is asked on each request, to the day', async () => {
    for (const name of ['leap', 'march', 'ending', 'going-on', 'gap', 'changing']) {
      const before = await familyOf('mother', '2026-11-23T10:00:00Z');
      const last = before.find(({ givenName }) => givenName === name)?.actUntil as string;
      const names = async (instant: string) => (await familyOf('mother', instant)).map(({ givenName }) => givenName);
      expect([name, await names(`${last}T12:00:00Z`)]).toEqual([name, expect.arrayContaining([name])]);
      const next = new Date(Date.parse(`${last}T12:00:00Z`) + 86_400_000).toISOString();
      expect([name, await names(next)]).toEqual([name, expect.not.arrayContaining([name])]);
    }
  });
});
