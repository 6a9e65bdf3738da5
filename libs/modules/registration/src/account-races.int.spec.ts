import { SessionRepository } from '@of/identity';
import { newId } from '@of/kernel';
import { verifyAuditTrail, type SessionActor } from '@of/platform';
import { crowd, isRefusal, race } from '@of/testing';
import { accountLife, type OpenedAccount } from './account-life.fixture';
import { ActivateAccount } from './application/activate-account';
import { DeactivateLapsedAccounts } from './application/deactivate-lapsed-accounts';
import { DeleteAccount } from './application/delete-account';
import { EraseAccount } from './application/erase-account';
import { ExpireDeactivatedAccounts } from './application/expire-deactivated-accounts';
import { SynchroniseCover } from './application/synchronise-cover';
import { kvnrOf, PASSWORD, registrationRoom } from './registration-room.fixture';

const RUNS = 200;
const room = registrationRoom();
const life = accountLife(room);
const START = '2026-11-23T09:00:00Z';
let next = 1;

beforeEach(async () => {
  await room.test.clock.set(START);
  await room.test.query(`DELETE FROM platform.counted_try`);
});

type Owner = Pick<OpenedAccount, 'accountId' | 'insuredId'>;

const acts = async ({ insuredId }: Owner, act: string) =>
  (
    await room.test.query(`SELECT FROM platform.audit_entry WHERE subject = $1 AND content::jsonb ->> 'act' = $2`, [
      insuredId,
      act,
    ])
  ).length;
const told = async ({ accountId }: Owner, name: string) =>
  (
    await room.test.query(`SELECT FROM platform.outbox_event WHERE name = $1 AND payload ->> 'accountId' = $2`, [
      name,
      accountId,
    ])
  ).length;
const stateOf = async ({ accountId }: Owner) => {
  const [row] = await room.test.query<{ state: string }>(`SELECT state FROM identity.account WHERE id = $1`, [
    accountId,
  ]);
  return row?.state ?? null;
};

/**
 * An account whose owner is insured again, which nobody has taken notice of yet: the rows that an import leaves, written
 * directly, because two hundred imports would measure imports.
 */
async function insuredAgain(account: { deactivatedDaysAgo: number | null }): Promise<Owner> {
  const [accountId, insuredId, n] = [newId(), newId(), next++];
  const { deactivatedDaysAgo: days } = account;
  await room.test.database.transaction(async (tx) => {
    await tx.query(
      `INSERT INTO membership.insured_person (id, external_id, kvnr, given_name, family_name, date_of_birth,
         imported_identity, imported_contact, imported_address, imported_bank_account, imported_cover)
       VALUES ($1, $2, $2, 'Erika', 'Muster', '1984-08-12', '', '', '', '', '')`,
      [insuredId, kvnrOf(n)],
    );
    await tx.query(
      `INSERT INTO membership.insurance_period (insured_id, starts_on, kind) VALUES ($1, '2026-11-01', 'member')`,
      [insuredId],
    );
    await tx.query(
      `INSERT INTO identity.account (id, insured_id, kvnr, state, language, password_hash, activated_at, cover_ends_on,
         deactivated_at, deactivation_reason)
       VALUES ($1, $2, $3, CASE WHEN $4::int IS NULL THEN 'active' ELSE 'deactivated' END, 'de', '-', platform.now(),
         '2026-10-01', platform.now() - make_interval(days => $4), CASE WHEN $4 IS NOT NULL THEN 'cover-ended' END)`,
      [accountId, insuredId, kvnrOf(n), days],
    );
    await tx.query(`INSERT INTO membership.cover_change VALUES ($1)`, [insuredId]);
  });
  return { accountId, insuredId };
}

it('D6 R16 closing for want of cover against new cover: open with it, or closed and opened again', async () => {
  const finishes = await race({
    runs: RUNS,
    prepare: () => insuredAgain({ deactivatedDaysAgo: null }),
    first: () => life.get(DeactivateLapsedAccounts).execute(),
    second: () => life.get(SynchroniseCover).execute(),
  });
  let closed = 0;
  for (const { state: owner } of finishes) {
    expect(await stateOf(owner)).toBe('active');
    const times = await told(owner, 'registration.account-deactivated');
    expect(times).toBeLessThanOrEqual(1);
    expect(await told(owner, 'registration.account-reactivated')).toBe(times);
    expect(await acts(owner, 'registration.account-deactivated')).toBe(times);
    expect(await acts(owner, 'registration.account-reactivated')).toBe(times);
    closed += times;
  }
  expect(closed).toBeGreaterThan(0);
  expect(closed).toBeLessThan(RUNS);
});

it('S16 R16 expiring against new cover: erased, or open again', async () => {
  const finishes = await race({
    runs: RUNS,
    prepare: () => insuredAgain({ deactivatedDaysAgo: 91 }),
    first: () => life.get(ExpireDeactivatedAccounts).execute(),
    second: () => life.get(SynchroniseCover).execute(),
  });
  let erased = 0;
  for (const { state: owner } of finishes) {
    const state = await stateOf(owner);
    const ended = [
      await told(owner, 'registration.account-reactivated'),
      await acts(owner, 'registration.account-erased'),
    ];
    expect([state, ...ended]).toEqual(state === null ? [null, 0, 1] : ['active', 1, 0]);
    if (state === null) erased += 1;
  }
  expect(erased).toBeGreaterThan(0);
  expect(erased).toBeLessThan(RUNS);
});

it('R16 entering the code of the letter against giving the registration up: open, or gone', async () => {
  const finishes = await race({
    runs: 50,
    prepare: async () => {
      const account = await life.open(next++, 'applied');
      const code = await life.newCode(account);
      const actor = await room.test.database.transaction(async (tx) => {
        const sessions = room.get(SessionRepository);
        const origin = { browser: 'Firefox', address: '10.0.0.1', trustedBrowser: null };
        const { sessionId } = await sessions.start(tx, { accountId: account.accountId, ...origin });
        await sessions.setNextStep(tx, sessionId, 'activate');
        return sessions.getActor(tx, sessionId);
      });
      return { ...account, code, actor };
    },
    first: ({ actor, code }) => room.get(ActivateAccount).execute(actor, code),
    second: (account) =>
      room.test.database.transaction((tx) => life.get(EraseAccount).execute(tx, account, 'unfinished')),
  });
  for (const { state: account, first } of finishes) {
    expect(await account.state()).toBeNull();
    expect(await acts(account, 'registration.activated')).toBe(isRefusal(first) ? 0 : 1);
    expect(await acts(account, 'registration.account-erased')).toBe(1);
  }
});

describe('R15 the same fifty times at once', () => {
  it('deletes an account once, and tells its owner once', async () => {
    const number = next++;
    const { accountId, insuredId, ...account } = await life.open(number, 'active');
    const actor = { accountId, insuredId } as SessionActor;
    const answers = await crowd(50, () => room.get(DeleteAccount).execute(actor, PASSWORD));
    const codes = new Set(answers.filter(isRefusal).map(({ code }) => code));
    for (const code of codes) expect(['not-authenticated', 'too-many-requests']).toContain(code);
    expect(answers.some((answer) => answer === null)).toBe(true);
    expect(await account.state()).toBeNull();
    expect(await acts({ accountId, insuredId, ...account }, 'registration.account-erased')).toBe(1);
    expect(await life.mailsTo(`owner-${number}@beispiel.example`)).toHaveLength(1);
  });

  it('opens an account once with one code', async () => {
    const account = await life.open(next++, 'applied');
    const code = await life.newCode(account);
    const { accountId, insuredId } = account;
    const actor = await room.test.database.transaction(async (tx) => {
      const sessions = room.get(SessionRepository);
      const origin = { browser: 'Firefox', address: '10.0.0.1', trustedBrowser: null };
      const { sessionId } = await sessions.start(tx, { accountId, ...origin });
      return sessions.getActor(tx, sessionId);
    });
    const answers = await crowd(50, () =>
      room.get(ActivateAccount).execute({ ...actor, insuredId, nextStep: 'activate' }, code),
    );
    expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1);
    expect(await acts(account, 'registration.activated')).toBe(1);
  });
});

it('S54 the audit trail is whole after all of it', async () => {
  expect(await verifyAuditTrail(room.test.database)).toEqual([]);
});
