import { createHash } from 'node:crypto';
import { identityRoom } from '../identity-room.fixture';

const room = identityRoom();

const read = (token: string, touch = false) => room.sessions.read(token, { touch });
const login = async (username: string) => {
  const { token, actor } = await room.attempt({ username });
  return { token, ...actor };
};

beforeEach(() => room.test.clock.reset());

describe('sessions', () => {
  it('S23 stores the SHA-256 of a 256-bit secret and nothing else of it', async () => {
    const account = await room.newAccount();
    const { token, sessionId } = await login(account.kvnr);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const [row] = await room.test.query<{ token_hash: Buffer; all: string }>(
      `SELECT token_hash, s::text AS all FROM identity.session s WHERE id = $1`,
      [sessionId],
    );
    expect(row?.token_hash).toEqual(createHash('sha256').update(token).digest());
    expect(row?.all).not.toContain(token);
  });

  it('S23 gives every login a session of its own', async () => {
    const account = await room.newAccount();
    const [first, second] = [await login(account.kvnr), await login(account.kvnr)];
    expect(first.token).not.toBe(second.token);
    expect(await read(first.token)).toMatchObject({ accountId: account.id, sessionId: first.sessionId });
    expect(await read(second.token)).toMatchObject({ sessionId: second.sessionId });
    expect(await read('x'.repeat(43))).toBeNull();
  });

  it('S23 ends after 15 minutes without use', async () => {
    const account = await room.newAccount();
    const { token } = await login(account.kvnr);
    await room.test.clock.advance('14 minutes 59 seconds');
    expect(await read(token)).not.toBeNull();
    await room.test.clock.advance('2 seconds');
    expect(await read(token)).toBeNull();
    expect(await read(token, true)).toBeNull();
  });

  it('S23 starts the 15 minutes anew with use, not with a look', async () => {
    const account = await room.newAccount();
    const { token, idleExpiresAt } = await login(account.kvnr);
    await room.test.clock.advance('10 minutes');
    expect((await read(token))?.idleExpiresAt).toEqual(idleExpiresAt);
    const used = await read(token, true);
    expect(Number(used?.idleExpiresAt) - Number(idleExpiresAt)).toBeGreaterThan(9 * 60_000);
    await room.test.clock.advance('14 minutes');
    expect(await read(token)).not.toBeNull();
  });

  it('S23 ends after 8 hours whatever happens', async () => {
    const account = await room.newAccount();
    const { token } = await login(account.kvnr);
    for (let minutes = 0; minutes < 470; minutes += 10) {
      await room.test.clock.advance('10 minutes');
      expect(await read(token, true)).not.toBeNull();
    }
    await room.test.clock.advance('9 minutes 59 seconds'); // 7:59:59
    const last = await read(token, true);
    expect(last?.idleExpiresAt).toEqual(last?.absoluteExpiresAt);
    await room.test.clock.advance('2 seconds');
    expect(await read(token, true)).toBeNull();
  });

  it('writes the last use at most every 30 seconds', async () => {
    const account = await room.newAccount();
    const { token, idleExpiresAt } = await login(account.kvnr);
    await room.test.clock.advance('20 seconds');
    expect((await read(token, true))?.idleExpiresAt).toEqual(idleExpiresAt);
    await room.test.clock.advance('11 seconds');
    expect((await read(token, true))?.idleExpiresAt).not.toEqual(idleExpiresAt);
  });

  it('S23 ends the session used least recently with the sixth login', async () => {
    const account = await room.newAccount();
    const sessions = [];
    for (let n = 0; n < 5; n++) {
      sessions.push(await login(account.kvnr));
      await room.test.clock.advance('1 minute');
    }
    await read(sessions[0]?.token as string, true); // the first one is used: the second is the oldest now
    const sixth = await login(account.kvnr);
    const alive = await Promise.all([...sessions, sixth].map(async ({ token }) => (await read(token)) !== null));
    expect(alive).toEqual([true, false, true, true, true, true]);
  });

  it('S23 keeps at most five, also with four more logins at once', async () => {
    const account = await room.newAccount();
    for (let n = 0; n < 4; n++) await login(account.kvnr);
    // Four: a fifth try at the same moment might have to wait, as tries are counted before they succeed.
    await Promise.all(Array.from({ length: 4 }, () => login(account.kvnr)));
    const [first] = await room.test.query<{ id: string }>(`SELECT id FROM identity.session WHERE account_id = $1`, [
      account.id,
    ]);
    expect(await room.sessions.list(account.id, String(first?.id))).toHaveLength(5);
  });

  it('S23 is over with the next request once revoked, and only its owner can revoke it', async () => {
    const [account, other] = [await room.newAccount(), await room.newAccount()];
    const { token, sessionId } = await login(account.kvnr);
    const end = (accountId: string) =>
      room.test.database.transaction((tx) => room.sessions.end(tx, accountId, sessionId, 'remote-logout'));
    expect(await end(other.id)).toBe(false);
    expect(await read(token)).not.toBeNull();
    expect(await end(account.id)).toBe(true);
    expect(await read(token)).toBeNull();
    expect(await room.sessions.extend(sessionId)).toBeNull();
    expect(await end(account.id)).toBe(false);
  });

  it('forgets sessions 30 days after their end', async () => {
    const account = await room.newAccount();
    const { sessionId } = await login(account.kvnr);
    const forget = () => room.test.database.transaction((tx) => room.sessions.forgetOld(tx));
    const count = async () => (await room.test.query(`SELECT FROM identity.session WHERE id = $1`, [sessionId])).length;
    await room.test.clock.advance('30 days 7 hours');
    await forget();
    expect(await count()).toBe(1);
    await room.test.clock.advance('2 hours');
    await forget();
    expect(await count()).toBe(0);
  });
});
