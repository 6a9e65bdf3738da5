import { DateOnly, Kvnr, PostalCode } from '@of/kernel';
import { Sealer } from '@of/platform';
import { testDatabase } from '@of/testing';
import {
  FindRegistrant,
  GetPersonCard,
  GetPostalAddress,
  HasCover,
  ImportMembers,
  membershipMigrations,
  ReadProfile,
} from '../index';
import { kvnrOf, memberLine, ndjson } from '../../testing/member-line';

const test = testDatabase(membershipMigrations);
const today = '2026-11-23';
const missing = '01890000-0000-7000-8000-000000000000';
const member = (from: string, to: string | null) => ({ from, to, kind: 'member' });

const covers = {
  running: [member('2015-04-01', null)],
  'running until today': [member('2015-04-01', today)],
  'followed on': [member('2015-04-01', '2026-11-30'), member('2026-12-01', null)],
  'ended yesterday': [member('2015-04-01', '2026-11-22')],
  'ended long ago': [member('2010-01-01', '2025-06-30')],
  future: [member('2026-12-01', null)],
};
type Case = keyof typeof covers;
const cases = Object.keys(covers) as Case[];
const ids = {} as Record<Case, string>;
const numberOf = (name: Case) => kvnrOf(1 + cases.indexOf(name));

beforeAll(async () => {
  await test.clock.set(`${today}T12:00:00Z`);
  const lines = cases.map((name) =>
    memberLine({ externalId: name.replace(/ /g, '-'), kvnr: numberOf(name), insurancePeriods: covers[name] }),
  );
  const abroad = { street: 'Hauptplatz', houseNumber: '1', postalCode: 'L-1009', city: 'Luxemburg', country: 'LU' };
  lines.push(memberLine({ externalId: 'abroad', kvnr: kvnrOf(99), address: abroad, bankAccount: null }));
  await new ImportMembers(test.database, new Sealer(test.config), test.config).execute(ndjson(...lines));
  for (const name of cases) ids[name] = (await find(numberOf(name), '01099'))?.insuredId as string;
});

function find(kvnr: string, postalCode: string, country = 'DE') {
  return new FindRegistrant(test.database).execute({
    kvnr: Kvnr.parse(kvnr),
    postalCode: PostalCode.parse(postalCode, country),
    on: DateOnly.parse(today),
  });
}

describe('FindRegistrant', () => {
  it.each<[Case, string]>([
    ['running', 'running'],
    ['running until today', 'running'],
    ['followed on', 'running'],
    ['ended yesterday', 'ended'],
    ['future', 'future'],
  ])('%s', async (name, coverage) => {
    expect(await find(numberOf(name), '01099')).toEqual({
      insuredId: expect.any(String),
      externalId: name.replace(/ /g, '-'),
      coverage,
      age: 42,
      addressChangedAt: null,
    });
  });

  it('compares the digits of a foreign postal code', async () => {
    expect(await find(kvnrOf(99), '1009', 'LU')).toMatchObject({ externalId: 'abroad' });
  });

  it('finds nobody by another postal code or an unknown number', async () => {
    expect(await find(numberOf('running'), '01097')).toBeNull();
    expect(await find(kvnrOf(77), '01099')).toBeNull();
  });
});

describe('HasCover', () => {
  it.each<[Case, number, boolean]>([
    ['running', 0, true],
    ['running until today', 0, true],
    ['ended yesterday', 0, false],
    ['ended yesterday', 31, true],
    ['ended long ago', 31, false],
    ['future', 0, true],
  ])('%s, %i days of grace: %s', async (name, graceDays, expected) => {
    expect(await new HasCover(test.database).execute(ids[name], graceDays)).toBe(expected);
  });
});

describe('ReadProfile', () => {
  it.each<[Case, object]>([
    ['running', { status: 'active', from: '2015-04-01', to: null }],
    ['running until today', { status: 'ending', from: '2015-04-01', to: today }],
    ['followed on', { status: 'active', from: '2015-04-01', to: '2026-11-30' }],
    ['ended long ago', { status: 'ended', from: '2010-01-01', to: '2025-06-30' }],
  ])('insurance %s', async (name, insurance) => {
    expect((await new ReadProfile(test.database).execute(ids[name])).insurance).toEqual(insurance);
  });

  it('shows the master data, the IBAN masked', async () => {
    expect(await new ReadProfile(test.database).execute(ids.running)).toEqual({
      insuredId: ids.running,
      kvnr: numberOf('running'),
      givenName: 'Erika',
      familyName: 'Muster',
      dateOfBirth: '1984-08-12',
      address: memberLine()['address'],
      phone: null,
      upcomingAddress: null,
      bankAccount: { ibanMasked: '•••• 3000', accountHolder: 'Erika Muster' },
      insurance: { status: 'active', from: '2015-04-01', to: null },
    });
  });
});

describe('GetPostalAddress', () => {
  it('is the address in force today', async () => {
    const addresses = new GetPostalAddress(test.database);
    await test.query(
      `INSERT INTO membership.address VALUES ($1, '2026-12-01', 'Neue Gasse', '3', '04109', 'Leipzig', 'DE')`,
      [ids.running],
    );
    expect(await addresses.execute(ids.running)).toEqual({
      name: 'Erika Muster',
      ...(memberLine()['address'] as object),
    });
    await test.clock.set('2026-11-30T23:00:00Z');
    expect(await addresses.execute(ids.running)).toMatchObject({ street: 'Neue Gasse', postalCode: '04109' });
    await test.clock.set(`${today}T12:00:00Z`);
  });
});

it('names a person, and nobody for an unknown id', async () => {
  const card = await new GetPersonCard(test.database).execute(ids.running);
  expect(card).toMatchObject({ givenName: 'Erika', externalId: 'running', kvnr: numberOf('running') });
  expect(String(card.dateOfBirth)).toBe('1984-08-12');
  for (const query of [GetPersonCard, GetPostalAddress, ReadProfile]) {
    await expect(new query(test.database).execute(missing)).rejects.toMatchObject({ code: 'not-found' });
  }
});
