import { AccountRepository, PostedCodes } from '@of/identity';
import { DateOnly, newId } from '@of/kernel';
import { accountLife } from '../account-life.fixture';
import { kvnrOf, memberLine, registrationRoom } from '../registration-room.fixture';
import { RemoveUnfinishedRegistrations } from '../jobs/remove-unfinished-registrations.job';
import { OpenRegistration } from './open-registration';

const room = registrationRoom();
const neutral = { code: 'registration-not-possible', kind: 'validation' };
const period = (from: string, to: string | null) => ({ insurancePeriods: [{ from, to, kind: 'member' }] });
const letters = () =>
  room.test.query<{ purpose: string; state: string; account_id: string }>(`SELECT * FROM letters.letter`);

beforeEach(async () => {
  await room.test.clock.set('2026-11-23T09:00:00Z');
  await room.test.query(`DELETE FROM platform.counted_try`);
});

describe('OpenRegistration', () => {
  it('B9 opens an account and orders one letter, together with audit row and event', async () => {
    const { kvnr, postalCode, insuredId } = await room.person(1);
    const before = await room.counts();
    const answer = (await room.register(kvnr, postalCode)) as { letterExpectedBy: DateOnly };
    expect(String(answer.letterExpectedBy)).toMatch(/^2026-12-0\d$/);
    const after = await room.counts();
    expect(after).toMatchObject({ accounts: (before['accounts'] ?? 0) + 1, letters: (before['letters'] ?? 0) + 1 });
    const [account] = await room.test.query(
      `SELECT state, kvnr, language FROM identity.account WHERE insured_id = $1`,
      [insuredId],
    );
    expect(account).toEqual({ state: 'applied', kvnr, language: 'de' });
    expect((await letters()).at(-1)).toMatchObject({ purpose: 'registration', state: 'ordered' });
  });

  it('S01 S02 answers every cause alike and writes as many rows', async () => {
    const [registered, ended, young, elsewhere] = [
      await room.person(10),
      await room.person(11, period('2010-01-01', '2025-06-30')),
      await room.person(12, { dateOfBirth: '2011-11-24' }),
      await room.person(13),
    ];
    await room.register(registered.kvnr, registered.postalCode);
    const causes: [string, string, string][] = [
      ['not found', kvnrOf(14), '01099'],
      ['other postcode', elsewhere.kvnr, '01097'],
      ['already registered', registered.kvnr, '01099'],
      ['cover ended', ended.kvnr, '01099'],
      ['under 15', young.kvnr, '01099'],
    ];
    const differences = [];
    for (const [, kvnr, postalCode] of causes) {
      const before = await room.counts();
      const refusal = (await room.register(kvnr, postalCode)) as Record<string, unknown>;
      expect({ ...refusal, stack: undefined }).toMatchObject({ ...neutral, fieldErrors: undefined, params: undefined });
      const after = await room.counts();
      differences.push(
        Object.fromEntries(Object.entries(after).map(([table, count]) => [table, count - (before[table] ?? 0)])),
      );
    }
    expect(differences).toEqual(Array(5).fill({ audit: 1, outbox: 1, messages: 0, accounts: 0, letters: 0 }));
    const told = await room.test.query<{ payload: Record<string, unknown> }>(
      `SELECT payload FROM platform.outbox_event WHERE name = 'registration.registration-refused'`,
    );
    expect(new Set(told.map(({ payload }) => Object.keys(payload).join()))).toEqual(new Set(['accountId']));
  });

  it.each([
    ['2011-11-23', true],
    ['2011-11-24', false],
  ])('B14 born %s on 23 November 2026: %s', async (dateOfBirth, isAllowed) => {
    const { kvnr, postalCode } = await room.person(isAllowed ? 20 : 21, { dateOfBirth });
    const answer = await room.register(kvnr, postalCode);
    expect(answer instanceof Error).toBe(!isAllowed);
  });

  it('B14 knows the birthday in Germany, not in Greenwich', async () => {
    const { kvnr, postalCode } = await room.person(22, { dateOfBirth: '2011-11-24' });
    await room.test.clock.set('2026-11-23T22:59:00Z');
    expect(await room.register(kvnr, postalCode)).toMatchObject(neutral);
    await room.test.clock.set('2026-11-23T23:01:00Z');
    expect(await room.register(kvnr, postalCode)).toHaveProperty('letterExpectedBy');
  });

  it('B8 takes a cover that starts later, B2 a family-insured person', async () => {
    const future = await room.person(23, period('2027-01-01', null));
    expect(await room.register(future.kvnr, future.postalCode)).toHaveProperty('letterExpectedBy');
    const family = await room.person(24, {
      dateOfBirth: '2009-02-14',
      insurancePeriods: [{ from: '2015-04-01', to: null, kind: 'family', mainMemberExternalId: 'P-1' }],
    });
    expect(await room.register(family.kvnr, family.postalCode)).toHaveProperty('letterExpectedBy');
  });

  it('B4 takes a 20-place number and lower case', async () => {
    const { kvnr, postalCode } = await room.person(25);
    expect(await room.register(` ${kvnr.toLowerCase()}1234567890`, postalCode)).toHaveProperty('letterExpectedBy');
  });

  it('a competing registration changes nothing: letter, password and state stay', async () => {
    const { kvnr, postalCode, insuredId } = await room.person(30);
    await room.register(kvnr, postalCode);
    const accountNow = () => room.test.query(`SELECT * FROM identity.account WHERE insured_id = $1`, [insuredId]);
    const [before, lettersBefore] = [await accountNow(), (await letters()).length];
    expect(await room.register(kvnr, postalCode)).toMatchObject(neutral);
    expect(await accountNow()).toEqual(before);
    expect((await letters()).length).toBe(lettersBefore);
  });

  it('S05 makes one account and one letter of 50 parallel registrations', async () => {
    const { kvnr, postalCode, insuredId } = await room.person(31);
    const answers = await Promise.all(Array.from({ length: 50 }, () => room.register(kvnr, postalCode)));
    expect(answers.filter((answer) => !(answer instanceof Error))).toHaveLength(1);
    const codes = answers.flatMap((answer) =>
      answer instanceof Error ? [(answer as unknown as { code: string }).code] : [],
    );
    expect(new Set(codes)).toEqual(new Set(['registration-not-possible', 'too-many-requests']));
    const accounts = await room.test.query<{ id: string }>(`SELECT id FROM identity.account WHERE insured_id = $1`, [
      insuredId,
    ]);
    expect(accounts).toHaveLength(1);
    expect((await letters()).filter(({ account_id: owner }) => owner === accounts[0]?.id)).toHaveLength(1);
  });

  it('D3 limits five tries a day per number, known or not, whatever the address', async () => {
    for (const kvnr of [(await room.person(32)).kvnr, kvnrOf(33)]) {
      for (let n = 0; n < 5; n++) expect(await room.register(kvnr, '99999')).toMatchObject(neutral);
      const refusal = await room.register(kvnr, '99999');
      expect(refusal).toMatchObject({ code: 'too-many-requests', kind: 'too-many' });
      await room.test.clock.advance('24 hours 1 second');
      expect(await room.register(kvnr, '99999')).toMatchObject(neutral);
    }
  });

  it('D3 limits five tries an hour per address, whatever the number', async () => {
    for (let n = 0; n < 5; n++) expect(await room.register(kvnrOf(40 + n), '99999', '10.1.1.1')).toMatchObject(neutral);
    expect(await room.register(kvnrOf(46), '99999', '10.1.1.1')).toMatchObject({ code: 'too-many-requests' });
    expect(await room.register(kvnrOf(46), '99999', '10.1.1.2')).toMatchObject(neutral);
  });

  it('B5 names faults of what was typed, all at once, without counting or looking up', async () => {
    const command = {
      kvnr: 'A123456781',
      postalCode: '123',
      password: 'kurz',
      termsVersion: '1999-01-01',
      privacyVersion: '2026-11-01',
    };
    const before = await room.counts();
    const refusal = await room
      .get(OpenRegistration)
      .execute(command, { address: 'x', language: 'de' })
      .catch((error: unknown) => error);
    const fields = (refusal as { fieldErrors: { pointer: string; code: string; rule?: string }[] }).fieldErrors;
    expect(fields.map(({ pointer, code, rule }) => [pointer, code, rule].filter(Boolean).join(' '))).toEqual([
      '/kvnr kvnr-check-digit',
      '/postalCode postal-code-format',
      '/password password-policy min-length',
      '/password password-policy uppercase',
      '/password password-policy digit',
      '/password password-policy special',
      '/termsVersion unknown-version',
    ]);
    expect(await room.counts()).toEqual(before);
    expect(await room.test.query(`SELECT FROM platform.counted_try`)).toEqual([]);
  });

  it('S53 opens nothing when the audit trail cannot be written', async () => {
    const { kvnr, postalCode } = await room.person(34);
    await room.test.query(
      `CREATE FUNCTION platform.audit_is_full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'full' USING ERRCODE = '53100'; END $$`,
    );
    await room.test.query(
      `CREATE TRIGGER audit_is_full BEFORE INSERT ON platform.audit_entry EXECUTE FUNCTION platform.audit_is_full()`,
    );
    const before = await room.counts();
    expect(await room.register(kvnr, postalCode)).toMatchObject({ code: '53100' });
    expect(await room.counts()).toEqual(before);
    await room.test.query(`DROP TRIGGER audit_is_full ON platform.audit_entry`);
    expect(await room.register(kvnr, postalCode)).toHaveProperty('letterExpectedBy');
  });

  it('S03 lets a person look first at a letter to an address that changed within 14 days', async () => {
    const { kvnr } = await room.person(35);
    const address = { ...memberLine(35).address, postalCode: '10115', city: 'Berlin' };
    await room.person(35, { address });
    expect(await room.register(kvnr, '10115')).toHaveProperty('letterExpectedBy');
    expect((await letters()).at(-1)).toMatchObject({ state: 'in-review' });

    await room.person(36);
    await room.person(36, { address });
    await room.test.clock.advance('14 days 1 hour');
    await room.register(kvnrOf(36), '10115');
    expect((await letters()).at(-1)).toMatchObject({ state: 'ordered' });
  });
});

describe('RemoveUnfinishedRegistrations', () => {
  const life = accountLife(room);
  const run = () => life.get(RemoveUnfinishedRegistrations).run();
  const registered = async (number: number) => {
    const { kvnr, postalCode, insuredId } = await room.person(number);
    await room.register(kvnr, postalCode);
    const [account] = await room.test.query<{ id: string }>(`SELECT id FROM identity.account WHERE insured_id = $1`, [
      insuredId,
    ]);
    const owner = { accountId: (account as { id: string }).id, purpose: 'registration', letterId: newId() } as const;
    await room.test.database.transaction((tx) =>
      room.get(PostedCodes).mint(tx, { ...owner, validUntil: DateOnly.parse('2026-12-17') }),
    );
    const exists = async () =>
      (await room.test.query(`SELECT FROM identity.account WHERE id = $1`, [owner.accountId])).length > 0;
    return { kvnr, postalCode, accountId: owner.accountId, exists };
  };

  it('removes an open registration 7 days after its code ran out and makes room for a new one', async () => {
    const { kvnr, postalCode, exists } = await registered(50);
    await room.test.clock.set('2026-12-24T12:00:00Z');
    await run();
    expect(await exists()).toBe(true);
    await room.test.clock.set('2026-12-25T12:00:00Z');
    await run();
    expect(await exists()).toBe(false);
    expect(await room.register(kvnr, postalCode)).toHaveProperty('letterExpectedBy');
  });

  it('keeps active accounts and those whose newest code is still good', async () => {
    const [active, renewed] = [await registered(51), await registered(52)];
    await room.test.database.transaction((tx) => room.get(AccountRepository).activate(tx, active.accountId));
    await room.test.clock.set('2026-12-20T12:00:00Z');
    await room.test.database.transaction((tx) =>
      room.get(PostedCodes).mint(tx, {
        accountId: renewed.accountId,
        purpose: 'registration',
        letterId: newId(),
        validUntil: DateOnly.parse('2027-01-13'),
      }),
    );
    await room.test.clock.set('2027-01-15T12:00:00Z');
    await run();
    expect([await active.exists(), await renewed.exists()]).toEqual([true, true]);
  });
});
