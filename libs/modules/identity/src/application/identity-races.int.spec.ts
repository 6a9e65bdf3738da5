import { DateOnly, newId } from '@of/kernel';
import { verifyAuditTrail } from '@of/platform';
import { isRefusal, race, type Finish } from '@of/testing';
import { identityRoom, PASSWORD } from '../identity-room.fixture';
import { type Account } from '../persistence/account.repository';
import { AccountLocks } from './account-locks';

const RUNS = 200;
const room = identityRoom();

const transaction: (typeof room.test)['database']['transaction'] = (work) => room.test.database.transaction(work);
const logIn = ({ kvnr }: Account) => room.attempt({ username: kvnr });
const runningSessions = async ({ id }: Account) =>
  (await room.test.query(`SELECT FROM identity.session WHERE account_id = $1 AND ended_at IS NULL`, [id])).length;
const actsOf = async ({ insuredId }: Account) =>
  (
    await room.test.query<{ act: string }>(
      `SELECT content::jsonb ->> 'act' AS act FROM platform.audit_entry WHERE subject = $1 ORDER BY act`,
      [insuredId],
    )
  ).map(({ act }) => act);

/** Both orders must have come about, or nothing raced. */
function expectBothOrders(finishes: Finish<unknown, unknown, unknown>[]): void {
  const refused = finishes.filter(({ first }) => isRefusal(first)).length;
  expect(refused).toBeGreaterThan(0);
  expect(refused).toBeLessThan(finishes.length);
}

it('S15 R16 a lock against a login: afterwards nobody is in', async () => {
  const locks = new AccountLocks(room.accounts, room.sessions);
  const finishes = await race({
    runs: RUNS,
    prepare: () => room.newAccount(),
    first: logIn,
    second: ({ id: accountId, insuredId }) =>
      transaction(async (tx) => {
        await room.accounts.lock(tx, accountId);
        await locks.lock(tx, { accountId, insuredId }, 'fraud');
      }),
  });
  expectBothOrders(finishes);
  for (const { state, first } of finishes) {
    expect(await runningSessions(state)).toBe(0);
    const acts = ['identity.account-locked', 'identity.logged-in'];
    expect(await actsOf(state)).toEqual(isRefusal(first) ? acts.slice(0, 1) : acts);
    if (isRefusal(first)) expect(first.code).toBe('login-failed');
  }
});

it('C7 R16 a new password against a login with the old one: afterwards the old one has no session', async () => {
  const finishes = await race({
    runs: RUNS,
    prepare: async () => {
      const account = await room.newAccount();
      return { account, owner: await room.actorOf(account) };
    },
    first: ({ account }) => logIn(account),
    second: ({ owner }) =>
      room.changePassword.execute(owner, { currentPassword: PASSWORD, newPassword: 'Leuchtturm-1-Kaffee' }),
  });
  for (const { state, first, second } of finishes) {
    expect(second).toBeUndefined();
    expect(await runningSessions(state.account)).toBe(1);
    if (isRefusal(first)) expect(first.code).toBe('login-failed');
  }
  expect(finishes.filter(({ first }) => !isRefusal(first)).length).toBeGreaterThan(0);
});

it('S05 R16 a new letter against an entry of the old code: it opens once, or counts for nothing', async () => {
  const mint = (account: Account) =>
    transaction(async (tx) => {
      // As the job that writes a letter does it.
      const held = await room.accounts.hold(tx, account.id);
      if (held?.state !== 'applied') return null;
      const letter = { letterId: newId(), validUntil: DateOnly.parse('2099-12-17') };
      return room.postedCodes.mint(tx, { accountId: account.id, purpose: 'registration', ...letter });
    });
  const finishes = await race({
    runs: RUNS,
    prepare: async () => {
      const account = await room.newAccount();
      return { account, code: String(await mint(account)) };
    },
    first: ({ account, code }) =>
      room.postedCodes.redeem(account.id, 'registration', code, async (tx) => {
        await tx.audit({ actor: account.id, subject: account.insuredId, act: 'registration.activated' });
        return room.accounts.activate(tx, account.id);
      }),
    second: ({ account }) => mint(account),
  });
  expectBothOrders(finishes);
  for (const { state, first, second } of finishes) {
    const { account } = state;
    const codes = await room.test.query<{ state: string }>(
      `SELECT CASE WHEN redeemed_at IS NOT NULL THEN 'redeemed' WHEN voided_at IS NOT NULL THEN 'void' ELSE 'live' END AS state
         FROM identity.posted_code WHERE account_id = $1 ORDER BY created_at, id`,
      [account.id],
    );
    const states = codes.map((code) => code.state);
    if (isRefusal(first)) {
      expect(first.code).toBe('code-invalid');
      expect(states).toEqual(['void', 'live']);
      expect(await actsOf(account)).toEqual([]);
      const open = room.postedCodes.redeem(account.id, 'registration', second as string, async () => 'opened');
      expect(await open).toBe('opened');
    } else {
      // Written or not, no letter brings a code into an account that is open.
      expect(states.filter((code) => code === 'redeemed')).toHaveLength(1);
      expect(await actsOf(account)).toEqual(['registration.activated']);
      expect((await room.accounts.getById(account.id)).state).toBe('active');
    }
  }
});

it('S54 the audit trail is whole after all of it', async () => {
  expect(await verifyAuditTrail(room.test.database)).toEqual([]);
});
