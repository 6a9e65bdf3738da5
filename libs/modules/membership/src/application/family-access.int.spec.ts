import { Kvnr } from '@of/kernel';
import { Sealer } from '@of/platform';
import { testDatabase } from '@of/testing';
import { ImportMembers, membershipMigrations } from '../index';
import { FamilyAccess } from './family-access';
import { FindGuardians } from './find-guardians';
import { kvnrOf, memberLine, ndjson } from '../../testing/member-line';

const test = testDatabase(membershipMigrations);
const ids: Record<string, string> = {};

const family = (mainMemberExternalId: string, from = '2015-04-01', to: string | null = null) => [
  { from, to, kind: 'family', mainMemberExternalId },
];
const people: [string, string, object[] | null][] = [
  ['mother', '1984-08-12', null],
  ['child', '2017-05-03', family('mother')],
  ['almost 18', '2008-11-24', family('mother')],
  ['leap day', '2008-02-29', family('mother')],
  ['spouse', '1982-01-01', family('mother')],
  ['left', '2016-01-01', family('mother', '2016-01-01', '2026-11-22')],
  ['later', '2026-11-20', family('mother', '2026-11-25')],
  ['own cover', '2012-01-01', null],
  ['neighbour', '1990-01-01', null],
  ['child of neighbour', '2018-01-01', family('neighbour')],
];

beforeAll(async () => {
  const lines = people.map(([externalId, dateOfBirth, insurancePeriods], index) =>
    memberLine({
      externalId: externalId.replace(/ /g, '-'),
      kvnr: Kvnr.parse(kvnrOf(index + 1)).value,
      dateOfBirth,
      ...(insurancePeriods ? { insurancePeriods } : {}),
    }),
  );
  await new ImportMembers(test.database, new Sealer(test.config), test.config).execute(ndjson(...lines));
  const rows = await test.query<{ id: string; name: string }>(
    `SELECT id, replace(external_id, '-', ' ') AS name FROM membership.insured_person`,
  );
  for (const { id, name } of rows) ids[name] = id;
});

/** Names of those for whom the person may act at this instant. */
async function allowed(name: string, instant: string): Promise<string[]> {
  await test.clock.set(instant);
  const subjects = await new FamilyAccess(test.database).allowedSubjects(ids[name] as string);
  return subjects.map((subject) => Object.keys(ids).find((key) => ids[key] === subject) ?? 'nobody');
}

describe('for whom a member may act', () => {
  it('E1 S36 for children insured through them today, oldest first, and for nobody else', async () => {
    expect(await allowed('mother', '2026-01-15T11:00:00Z')).toEqual([
      'mother',
      'leap day',
      'almost 18',
      'left',
      'child',
    ]);
    expect(await allowed('mother', '2026-11-23T11:00:00Z')).toEqual(['mother', 'almost 18', 'child']);
    expect(await allowed('mother', '2026-11-25T11:00:00Z')).toEqual(['mother', 'child', 'later']);
    expect(await allowed('neighbour', '2026-11-23T11:00:00Z')).toEqual(['neighbour', 'child of neighbour']);
  });

  it('E1 never for a spouse, and no child acts for a parent', async () => {
    expect(await allowed('spouse', '2026-11-23T11:00:00Z')).toEqual(['spouse']);
    expect(await allowed('child', '2026-11-23T11:00:00Z')).toEqual(['child']);
  });

  it('E1 S36 ends with the day of the 18th birthday in Germany, not an hour later', async () => {
    expect(await allowed('mother', '2026-11-23T22:59:59Z')).toContain('almost 18');
    expect(await allowed('mother', '2026-11-23T23:00:00Z')).not.toContain('almost 18');
  });

  it('E1 counts somebody born on 29 February from 1 March on', async () => {
    expect(await allowed('mother', '2026-02-28T22:59:59Z')).toContain('leap day');
    expect(await allowed('mother', '2026-02-28T23:00:00Z')).not.toContain('leap day');
  });
});

describe('who may act for a person', () => {
  it('E1 is the same from the other end: whoever may act for a child, and nobody for a spouse or a grown-up', async () => {
    const everybody = people.map(([name]) => name);
    for (const instant of ['2026-01-15T11:00:00Z', '2026-11-23T22:59:59Z', '2026-11-23T23:00:00Z']) {
      const seen: [string, string][] = [];
      for (const name of everybody) {
        for (const subject of await allowed(name, instant)) if (subject !== name) seen.push([subject, name]);
      }
      const found: [string, string][] = [];
      for (const name of everybody) {
        for (const guardian of await new FindGuardians(test.database).execute(ids[name] as string)) {
          found.push([name, everybody.find((one) => ids[one] === guardian) as string]);
        }
      }
      expect(found.sort()).toEqual(seen.sort());
      expect(found.length).toBeGreaterThan(1);
    }
  });
});
