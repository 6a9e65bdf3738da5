import { applicationsMigrations, ReceivedSickNoteRepository } from '@of/applications';
import { DateOnly, Kvnr, PostalCode } from '@of/kernel';
import { FindByExternalId, FindRegistrant, membershipMigrations } from '@of/membership';
import { Sealer } from '@of/platform';
import { testDatabase } from '@of/testing';
import { seedDemo } from './seed-demo';

const test = testDatabase([...membershipMigrations, ...applicationsMigrations]);

it('loads the demo persons into an empty database, once', async () => {
  expect(await seedDemo(test.database, test.config)).toBe(6);
  expect(await seedDemo(test.database, test.config)).toBe(0);
  const erika = (await new FindByExternalId(test.database).execute('P-1000001')) as string;
  const sickNotes = new ReceivedSickNoteRepository(test.database, new Sealer(test.config));
  expect(await sickNotes.list(erika, null)).toHaveLength(1);
});

it.each([
  ['P-1000001', 'A123456780', '01099', 'running', 42],
  ['P-1000002', 'C000500021', '01099', 'running', 9],
  ['P-1000003', 'A000500015', '01099', 'running', 16],
  ['P-1000004', 'T555558879', '04109', 'ended', 54],
  ['P-1000005', 'Z123456783', '10115', 'running', 30],
  ['P-1000006', 'X110407071', '80331', 'running', 67],
])('knows %s by %s and %s', async (externalId, kvnr, postalCode, coverage, age) => {
  const found = await new FindRegistrant(test.database).execute({
    kvnr: Kvnr.parse(kvnr),
    postalCode: PostalCode.parse(postalCode),
    on: DateOnly.parse('2026-11-23'),
  });
  expect(found).toMatchObject({ externalId, coverage, age });
});
