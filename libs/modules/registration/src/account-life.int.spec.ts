import { AccountRepository, LogIn, SessionRepository } from '@of/identity';
import { verifyAuditTrail } from '@of/platform';
import { accountLife } from './account-life.fixture';
import { DeactivateLapsedAccountsTask } from './jobs/deactivate-lapsed-accounts.job';
import { ExpireDeactivatedAccountsTask } from './jobs/expire-deactivated-accounts.job';
import { WarnOfEndingCoverTask } from './jobs/warn-of-ending-cover.job';
import { PASSWORD, registrationRoom } from './registration-room.fixture';

const room = registrationRoom();
const life = accountLife(room);
const START = '2026-11-23T09:00:00Z';

const warn = () => life.get(WarnOfEndingCoverTask).run();
const deactivate = () => life.get(DeactivateLapsedAccountsTask).run();
const expire = () => life.get(ExpireDeactivatedAccountsTask).run();
const warnings = async (accountId: string) =>
  (await life.events('registration.cover-ending', accountId)).map(({ warning }) => warning);
const logIn = (kvnr: string, password = PASSWORD) =>
  room
    .get(LogIn)
    .execute({ username: kvnr, password, browser: 'Firefox', address: '10.9.9.9', trustedBrowser: null })
    .then(
      () => 'in',
      ({ code }: { code: string }) => code,
    );
const runningSessions = async (accountId: string) =>
  (
    await room.test.query(
      `SELECT FROM identity.session
        WHERE account_id = $1 AND ended_at IS NULL AND absolute_expires_at > platform.now()`,
      [accountId],
    )
  ).length;

beforeEach(() => room.test.clock.set(START));

it('C11 end of cover: warned from day 1, again a week before, deactivated after 31 days, back with new cover', async () => {
  const account = await life.open(1, 'active');
  await account.insure(['2015-04-01', '2026-11-30']);
  await life.followImport();
  await warn();
  expect(await warnings(account.accountId)).toEqual([]);

  await room.test.clock.set('2026-12-01T09:00:00Z');
  await warn();
  await warn();
  expect(await warnings(account.accountId)).toEqual(['first']);

  await room.test.clock.set('2026-12-23T09:00:00Z');
  await warn();
  expect(await warnings(account.accountId)).toEqual(['first']);
  await room.test.clock.set('2026-12-24T09:00:00Z');
  await warn();
  expect(await warnings(account.accountId)).toEqual(['first', 'last']);
  await deactivate();
  expect([await account.state(), await logIn(account.kvnr)]).toEqual(['active', 'in']);

  await room.test.clock.set('2026-12-31T22:58:00Z');
  expect([await logIn(account.kvnr), await runningSessions(account.accountId)]).toEqual(['in', 1]);
  await room.test.clock.set('2026-12-31T23:01:00Z');
  await warn();
  await deactivate();
  expect([await account.state(), await runningSessions(account.accountId)]).toEqual(['deactivated', 0]);
  expect(await life.events('registration.account-deactivated', account.accountId)).toHaveLength(1);
  expect(await warnings(account.accountId)).toHaveLength(2);

  await account.insure(['2015-04-01', '2026-11-30'], ['2027-01-01', null]);
  await life.followImport();
  expect([await account.state(), await logIn(account.kvnr)]).toEqual(['active', 'in']);
  expect(await life.events('registration.account-reactivated', account.accountId)).toHaveLength(1);
});

it('C3 tells a deactivated account that cover has ended only after the right password', async () => {
  const account = await life.open(2, 'active');
  await account.insure(['2015-04-01', '2026-10-01']);
  await life.followImport();
  expect(await account.state()).toBe('deactivated');
  expect(await logIn(account.kvnr, 'Falsches-Passwort-1')).toBe('login-failed');
  expect(await logIn(account.kvnr)).toBe('insurance-ended');
  // The import is there, its event is not yet: still closed, and never half open.
  await account.insure(['2026-11-01', null]);
  expect(await logIn(account.kvnr)).toBe('insurance-ended');
});

it('D6 withdraws what waits for a release when the account closes', async () => {
  const account = await life.open(10, 'active');
  await account.insure(['2015-04-01', '2026-10-01']);
  const [approval] = await room.test.query<{ id: string }>(
    `INSERT INTO approval.approval (id, account_id, insured_id, session_id, action, content, content_hash,
       sealed_payload, bucket, created_at, expires_at)
     SELECT gen_random_uuid(), account_id, $2, id, 'address-change', '{}', '', '', '-', platform.now(),
            platform.now() + interval '5 minutes'
       FROM identity.session WHERE account_id = $1 RETURNING id`,
    [account.accountId, account.insuredId],
  );
  await life.followImport();
  const rows = await room.test.query(`SELECT status FROM approval.approval WHERE id = $1`, [approval?.id]);
  expect(rows).toEqual([{ status: 'cancelled' }]);
});

it('S23 ends a session that came into being while the account was deactivated', async () => {
  const account = await life.open(3, 'active');
  await account.insure(['2015-04-01', '2026-10-01']);
  await life.followImport();
  const { token } = await room.test.database.transaction((tx) =>
    room
      .get(SessionRepository)
      .start(tx, { accountId: account.accountId, browser: 'Firefox', address: '10.0.0.1', trustedBrowser: null }),
  );
  expect(await room.get(SessionRepository).read(token, { touch: false })).toBeNull();
});

it('C11 counts the 31 days to midnight in Germany', async () => {
  const account = await life.open(4, 'active');
  await account.insure(['2015-04-01', '2026-11-30']);
  await life.followImport();
  await room.test.clock.set('2026-12-31T22:59:30Z'); // 23:59:30 on the 31st day
  await deactivate();
  expect([await account.state(), await logIn(account.kvnr)]).toEqual(['active', 'in']);
  await room.test.clock.set('2026-12-31T23:00:01Z');
  expect(await logIn(account.kvnr)).toBe('insurance-ended');
  await deactivate();
  expect(await account.state()).toBe('deactivated');
});

it('C11 leaves the access open over a gap between employers', async () => {
  const account = await life.open(5, 'active');
  await account.insure(['2015-04-01', '2026-11-30']);
  await life.followImport();
  await room.test.clock.set('2026-12-10T09:00:00Z');
  await warn();
  await account.insure(['2015-04-01', '2026-11-30'], ['2027-03-01', null]);
  await life.followImport();
  await room.test.clock.set('2027-02-20T09:00:00Z');
  await warn();
  await deactivate();
  expect([await account.state(), await warnings(account.accountId)]).toEqual(['active', ['first']]);
});

it('C11 warns anew when cover ends another time', async () => {
  const account = await life.open(6, 'active');
  await account.insure(['2015-04-01', '2026-11-20']);
  await life.followImport();
  await account.insure(['2015-04-01', '2026-11-20'], ['2026-11-22', '2026-11-22']);
  await life.followImport();
  expect(await warnings(account.accountId)).toEqual(['first', 'first']);
});

it('C11 catches up by the schedule on an import whose event was lost', async () => {
  const account = await life.open(7, 'active');
  await account.insure(['2015-04-01', '2026-10-01']);
  await deactivate();
  expect(await account.state()).toBe('deactivated');
  await account.insure(['2015-04-01', null]);
  await deactivate();
  expect(await account.state()).toBe('active');
});

it('C11 knows the end of cover that was known before the registration', async () => {
  await room.person(8, { insurancePeriods: [{ from: '2015-04-01', to: '2026-11-25', kind: 'member' }] });
  const [{ kvnr }] = (await room.test.query(
    `SELECT kvnr FROM membership.insured_person WHERE external_id = 'P-8'`,
  )) as [{ kvnr: string }];
  await room.register(kvnr, '01099');
  const [row] = await room.test.query<{ id: string }>(
    `UPDATE identity.account SET state = 'active' WHERE kvnr = $1 AND cover_ends_on = '2026-11-25' RETURNING id`,
    [kvnr],
  );
  await room.test.clock.set('2026-12-27T09:00:00Z');
  await deactivate();
  expect(await room.get(AccountRepository).findById(String(row?.id))).toMatchObject({ state: 'deactivated' });
});

it('S63 sweeps at the same time close and warn each account once', async () => {
  await room.test.query(
    `INSERT INTO identity.account (id, insured_id, kvnr, state, language, password_hash, activated_at, cover_ends_on)
     SELECT gen_random_uuid(), gen_random_uuid(), 'X' || n, 'active', 'de', '-', now(),
            CASE WHEN n % 2 = 0 THEN date '2026-10-01' ELSE date '2026-11-20' END
       FROM generate_series(1, 2400) n`,
  );
  await Promise.all([deactivate(), deactivate(), warn(), warn(), deactivate()]);
  const [closed] = await room.test.query(
    `SELECT count(*)::int AS events, count(DISTINCT payload ->> 'accountId')::int AS accounts
       FROM platform.outbox_event JOIN identity.account a ON a.id::text = payload ->> 'accountId'
      WHERE name = 'registration.account-deactivated' AND kvnr LIKE 'X%'`,
  );
  expect(closed).toEqual({ events: 1200, accounts: 1200 });
  const [warned] = await room.test.query(
    `SELECT count(*)::int AS events, count(DISTINCT payload ->> 'accountId')::int AS accounts
       FROM platform.outbox_event JOIN identity.account a ON a.id::text = payload ->> 'accountId'
      WHERE name = 'registration.cover-ending' AND kvnr LIKE 'X%'`,
  );
  expect(warned).toEqual({ events: 1200, accounts: 1200 });
  expect(await verifyAuditTrail(room.test.database)).toEqual([]);
  await room.test.query(`DELETE FROM identity.account WHERE kvnr LIKE 'X%'`);
});

it('S63 expires a deactivated account after 90 days, and not before', async () => {
  const account = await life.open(9, 'active');
  await account.insure(['2015-04-01', '2026-10-01']);
  await life.followImport();
  await room.test.clock.set('2027-02-21T08:00:00Z');
  await expire();
  expect(await account.state()).toBe('deactivated');
  await room.test.clock.set('2027-02-21T10:00:00Z');
  await Promise.all([expire(), expire()]);
  expect(await account.state()).toBeNull();
  const mails = await life.mailsTo('owner-9@beispiel.example');
  expect(mails.map(({ subject }) => subject)).toEqual(['Ihr Zugang ist gelöscht']);
});

it('C11 does not erase an account whose owner is insured again although the event of the import was lost', async () => {
  const account = await life.open(11, 'active');
  await account.insure(['2015-04-01', '2026-10-01']);
  await life.followImport();
  await room.test.clock.set('2027-03-01T09:00:00Z');
  await account.insure(['2027-03-01', null]);
  await expire();
  expect(await account.state()).toBe('active');
});
