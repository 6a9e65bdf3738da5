import { newId } from '@of/kernel';
import { identityRoom, kvnrOf } from '../identity-room.fixture';

const room = identityRoom();

const tryOnce = (key: string) =>
  room.throttle.countTry(key).then(
    () => 'counted',
    (error: { retryAfterSeconds: number }) => error.retryAfterSeconds,
  );
const codeOf = (part: { username: string; password?: string }) =>
  room.attempt({ password: 'Falsch-7-Falsch!', ...part }).then(
    () => 'in',
    (error: { code: string }) => error.code,
  );
const trusted = (accountId: string, browserId = 'b-1') => ({ trustedBrowser: { accountId, browserId } });

beforeEach(() => room.test.clock.reset());

describe('AuthThrottle', () => {
  it('S12 leaves five tries free, then asks for 60 s, 2, 4, 8, 16 and at most 30 min', async () => {
    const key = newId();
    for (let n = 0; n < 5; n++) expect(await tryOnce(key)).toBe('counted');
    for (const wait of [60, 120, 240, 480, 960, 1800, 1800, 1800]) {
      const seconds = await tryOnce(key);
      expect(seconds).toBeGreaterThan(wait - 5);
      expect(seconds).toBeLessThanOrEqual(wait);
      await room.test.clock.advance(`${wait - 5} seconds`);
      expect(await tryOnce(key)).toBeLessThanOrEqual(5);
      await room.test.clock.advance('6 seconds');
      expect(await tryOnce(key)).toBe('counted');
    }
  });

  it('S12 does not count what comes while the wait runs', async () => {
    const key = newId();
    for (let n = 0; n < 25; n++) await tryOnce(key);
    await room.test.clock.advance('61 seconds');
    expect(await tryOnce(key)).toBe('counted');
    expect(await tryOnce(key)).toBeLessThanOrEqual(120);
  });

  it('S07 evaluates at most five of 200 parallel tries', async () => {
    const key = newId();
    const answers = await Promise.all(Array.from({ length: 200 }, () => tryOnce(key)));
    expect(answers.filter((answer) => answer === 'counted')).toHaveLength(5);
  });

  it('starts anew after the right secret', async () => {
    const key = newId();
    for (let n = 0; n < 6; n++) await tryOnce(key);
    await room.throttle.forget(key);
    expect(await tryOnce(key)).toBe('counted');
  });

  it('S12 stores no user name, only keyed hashes', async () => {
    await tryOnce('unknown X110407071');
    const rows = await room.test.query<{ bucket: Buffer }>(`SELECT bucket FROM identity.throttle`);
    expect(rows.every(({ bucket }) => bucket.length === 32 && !bucket.includes('X110407071'))).toBe(true);
  });
});

describe('LogIn', () => {
  it('S12 answers five wrong passwords with 401 and the sixth try with 429, the right one too', async () => {
    const account = await room.newAccount();
    for (let n = 0; n < 5; n++) expect(await codeOf({ username: account.kvnr })).toBe('login-failed');
    expect(await codeOf({ username: account.kvnr })).toBe('too-many-requests');
    await expect(room.attempt({ username: account.kvnr })).rejects.toMatchObject({ code: 'too-many-requests' });
    await room.test.clock.advance('61 seconds');
    expect(await room.attempt({ username: account.kvnr })).toHaveProperty('token');
  });

  it.each([
    ['KVNR', kvnrOf(99_000_001)],
    ['e-mail address', 'nobody@beispiel.example'],
    ['nonsense', 'x'.repeat(254)],
  ])('S14 counts an unknown %s like a known one', async (_, username) => {
    for (let n = 0; n < 5; n++) expect(await codeOf({ username })).toBe('login-failed');
    expect(await codeOf({ username })).toBe('too-many-requests');
    await room.test.clock.advance('61 seconds');
    expect(await codeOf({ username })).toBe('login-failed');
  });

  it('S12 counts KVNR and e-mail address of one account together, in any case', async () => {
    const account = await room.newAccount();
    await room.test.database.transaction((tx) => room.contacts.set(tx, account.id, 'email', 'Lena@Beispiel.example'));
    const names = [
      account.kvnr,
      account.kvnr.toLowerCase(),
      'lena@beispiel.example',
      'LENA@BEISPIEL.EXAMPLE',
      ` ${account.kvnr} `,
    ];
    for (const username of names) expect(await codeOf({ username })).toBe('login-failed');
    expect(await codeOf({ username: 'lena@beispiel.example' })).toBe('too-many-requests');
  });

  it('C1 lets in by KVNR and by e-mail address, in any case', async () => {
    const account = await room.newAccount();
    await room.test.database.transaction((tx) => room.contacts.set(tx, account.id, 'email', 'Max@Beispiel.example'));
    for (const username of [account.kvnr.toLowerCase(), 'mAX@beispiel.EXAMPLE', ' max@beispiel.example ']) {
      expect((await room.attempt({ username })).actor.accountId).toBe(account.id);
    }
  });

  it('S13 leaves a browser that signed in before five tries of its own', async () => {
    const account = await room.newAccount();
    for (let n = 0; n < 6; n++) await codeOf({ username: account.kvnr });
    expect(await codeOf({ username: account.kvnr })).toBe('too-many-requests');
    expect(await room.attempt({ username: account.kvnr, ...trusted(account.id) })).toHaveProperty('token');
    // The owner's success does not free the strangers, and a browser of another account helps nobody.
    expect(await codeOf({ username: account.kvnr })).toBe('too-many-requests');
    await expect(room.attempt({ username: account.kvnr, ...trusted(newId()) })).rejects.toMatchObject({
      code: 'too-many-requests',
    });
  });

  it('S11 S12 evaluates at most five of 60 parallel guesses', async () => {
    const account = await room.newAccount();
    const verify = jest.spyOn(room.hasher, 'verify');
    const answers = await Promise.all(Array.from({ length: 60 }, () => codeOf({ username: account.kvnr })));
    expect(verify.mock.calls.length).toBeLessThanOrEqual(5);
    verify.mockRestore();
    expect(answers.filter((answer) => answer === 'login-failed').length).toBeLessThanOrEqual(5);
    expect(new Set(answers)).toEqual(new Set(['login-failed', 'too-many-requests']));
  });

  it('S14 does the same hashing for an unknown user name', async () => {
    const verify = jest.spyOn(room.hasher, 'verify');
    await codeOf({ username: 'ghost@beispiel.example' });
    expect(verify).toHaveBeenCalledWith('Falsch-7-Falsch!', null);
    verify.mockRestore();
  });

  it('S10 hashes anew at login when the work factor was raised', async () => {
    const account = await room.newAccount();
    Object.assign(room.test.config, { PASSWORD_HASH_COST: 5 });
    await room.attempt({ username: account.kvnr });
    Object.assign(room.test.config, { PASSWORD_HASH_COST: 4 });
    expect((await room.accounts.getById(account.id)).passwordHash).toMatch(/^v1:\$2b\$05\$/);
  });
});
