import { identityRoom, kvnrOf, PASSWORD } from '../identity-room.fixture';
import { AccountLocks } from './account-locks';
import { type Account } from '../persistence/account.repository';

const room = identityRoom();
const WRONG = 'Falsch-7-Falsch!';
const trusted = (account: Account) => ({ trustedBrowser: { accountId: account.id, browserId: 'b-1' } });
const answerOf = (part: Parameters<typeof room.attempt>[0]) =>
  room.attempt(part).then(
    () => 'in',
    (error: { code: string }) => error.code,
  );
const isDisabled = async ({ id }: Account) => (await room.accounts.getById(id)).isPasswordDisabled;

/** So many wrong passwords one after the other, each as soon as it is allowed. */
async function guess(username: string, times: number): Promise<void> {
  for (let n = 0; n < times; n++) {
    await room.test.clock.advance('31 minutes');
    expect(await answerOf({ username, password: WRONG })).toBe('login-failed');
  }
}

beforeEach(() => room.test.clock.reset());

describe('S12 fifty failures in a row', () => {
  it('disable the password for strange browsers, not for the owner’s own, until there is a new one', async () => {
    const account = await room.newAccount();
    await guess(account.kvnr, 49);
    expect(await isDisabled(account)).toBe(false);
    await guess(account.kvnr, 1);
    expect(await isDisabled(account)).toBe(true);

    await room.test.clock.advance('31 minutes');
    expect(await answerOf({ username: account.kvnr })).toBe('login-failed');
    expect(await answerOf({ username: account.kvnr, ...trusted(account) })).toBe('in');

    const owner = await room.attempt({ username: account.kvnr, ...trusted(account) });
    const newPassword = 'Leuchtturm_Kaffee.42';
    await room.changePassword.execute(owner.actor, { currentPassword: PASSWORD, newPassword });
    expect(await isDisabled(account)).toBe(false);
    // The count starts anew, too: one more wrong try does not disable the new password.
    expect(await answerOf({ username: account.kvnr, password: WRONG })).toBe('login-failed');
    expect(await answerOf({ username: account.kvnr, password: newPassword })).toBe('in');
  });

  it('are written down once', async () => {
    const account = await room.newAccount();
    await guess(account.kvnr, 52);
    const rows = await room.test.query<{ entry: string }>(
      `SELECT e::text AS entry FROM platform.audit_entry e WHERE subject = $1`,
      [account.insuredId],
    );
    expect(rows.filter(({ entry }) => entry.includes('identity.password-disabled'))).toHaveLength(1);
  });

  it('start anew with a right password before the fiftieth', async () => {
    const account = await room.newAccount();
    await guess(account.kvnr, 30);
    await room.test.clock.advance('31 minutes');
    expect(await answerOf({ username: account.kvnr })).toBe('in');
    await guess(account.kvnr, 30);
    expect(await isDisabled(account)).toBe(false);
  });

  it('S14 look the same for a name that nobody has', async () => {
    const account = await room.newAccount();
    const asked = async (username: string) => {
      await guess(username, 50);
      const waiting = await answerOf({ username, password: WRONG });
      await room.test.clock.advance('31 minutes');
      return [waiting, await answerOf({ username, password: WRONG })];
    };
    expect(await asked(account.kvnr)).toEqual(await asked('nobody@beispiel.example'));
  });
});

describe('S15 a locked account', () => {
  const locks = () => new AccountLocks(room.accounts, room.sessions);

  it('S14 answers like a wrong password, also in the owner’s own browser, and its sessions are over', async () => {
    const account = await room.newAccount();
    const session = await room.actorOf(account);
    const owner = { accountId: account.id, insuredId: account.insuredId };
    await room.test.database.transaction((tx) => locks().lock(tx, owner, 'fraud'));
    expect(await room.sessions.read(session.token, { touch: false })).toBeNull();
    expect(await answerOf({ username: account.kvnr })).toBe('login-failed');
    expect(await answerOf({ username: account.kvnr, ...trusted(account) })).toBe('login-failed');
    await room.test.database.transaction((tx) => locks().unlock(tx, owner));
    expect(await answerOf({ username: account.kvnr })).toBe('in');
  });

  it('gets no session when the lock comes while the login is under way', async () => {
    const account = await room.newAccount();
    const owner = { accountId: account.id, insuredId: account.insuredId };
    let arrived: Promise<string> | undefined;
    await room.test.database.transaction(async (tx) => {
      await room.accounts.lock(tx, account.id);
      arrived = answerOf({ username: account.kvnr });
      // The login has checked the password when it waits for the account.
      for (let waiting = 0; waiting === 0;) {
        const [row] = await tx.query<{ waiting: number }>(
          `SELECT count(*)::int AS waiting FROM pg_stat_activity
            WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        );
        waiting = row?.waiting ?? 0;
        await tx.query(`SELECT pg_stat_clear_snapshot()`);
      }
      await locks().lock(tx, owner, 'fraud');
    });
    expect(await arrived).toBe('login-failed');
    const sessions = await room.test.query(`SELECT FROM identity.session WHERE account_id = $1`, [account.id]);
    expect(sessions).toEqual([]);
  });
});

it('S12 as many right logins as the gate lets wait all come in, at the same moment, also on a slow database', async () => {
  const account = await room.newAccount();
  const forget = room.throttle.forget.bind(room.throttle);
  const slow = jest.spyOn(room.throttle, 'forget').mockImplementation(async (key) => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    await forget(key);
  });
  const answers = await Promise.all(Array.from({ length: 18 }, () => answerOf({ username: account.kvnr })));
  slow.mockRestore();
  expect(answers).toEqual(Array(18).fill('in'));
});

it('S19 "that was not me" makes strangers wait at once, and nobody else', async () => {
  const account = await room.newAccount();
  await room.test.database.transaction((tx) => room.throttle.raise(tx, account.id));
  expect(await answerOf({ username: account.kvnr })).toBe('too-many-requests');
  expect(await answerOf({ username: account.kvnr, ...trusted(account) })).toBe('in');
  await room.test.clock.advance('61 seconds');
  expect(await answerOf({ username: account.kvnr })).toBe('in');
});

describe('the event that tries were blocked', () => {
  it('C4 S14 comes with the fifth wrong password, for known and unknown names alike', async () => {
    const account = await room.newAccount();
    const events = async () =>
      (
        await room.test.query<{ payload: unknown }>(
          `SELECT payload FROM platform.outbox_event
            WHERE name = 'identity.login-blocked' AND (payload ->> 'accountId' IS NULL OR payload ->> 'accountId' = $1)
            ORDER BY id`,
          [account.id],
        )
      ).map(({ payload }) => payload);
    const before = await events();
    const names = [account.kvnr, kvnrOf(98_000_001)];
    for (const username of names) {
      for (let n = 0; n < 4; n++) expect(await answerOf({ username, password: WRONG })).toBe('login-failed');
    }
    expect(await events()).toEqual(before);
    for (const username of names) {
      expect(await answerOf({ username, password: WRONG })).toBe('login-failed');
      expect(await answerOf({ username, password: WRONG })).toBe('too-many-requests');
    }
    expect(await events()).toEqual([...before, { accountId: account.id }, { accountId: null }]);
  });
});
