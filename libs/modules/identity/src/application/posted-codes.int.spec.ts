import { DateOnly, newId } from '@of/kernel';
import { type Account } from '../persistence/account.repository';
import { identityRoom } from '../identity-room.fixture';

const room = identityRoom();
const WRONG = '0000-0000-0001';

const mint = (account: Account, validUntil = '2026-12-17', letterId = newId()) =>
  room.test.database.transaction((tx) =>
    room.postedCodes.mint(tx, {
      accountId: account.id,
      purpose: 'registration',
      letterId,
      validUntil: DateOnly.parse(validUntil),
    }),
  );
const redeem = (account: Account, code: string, purpose: 'registration' | 'reset' = 'registration') =>
  room.postedCodes.redeem(account.id, purpose, code, () => Promise.resolve('opened')).catch((error: unknown) => error);
const codeOf = async (answer: Promise<unknown>) =>
  (await answer) as { code: string; params?: { attemptsLeft: number } };
const rowOf = async (account: Account) => {
  const rows = await room.test.query<{ wrong_tries: number; code_hash: string; voided_at: Date | null }>(
    `SELECT * FROM identity.posted_code WHERE account_id = $1 ORDER BY created_at DESC, id DESC`,
    [account.id],
  );
  return rows[0] as { wrong_tries: number; code_hash: string };
};

beforeEach(() => room.test.clock.set('2026-11-23T09:00:00Z'));

describe('PostedCodes', () => {
  it('B10 opens once, whatever case and dashes it is typed with', async () => {
    const account = await room.newAccount();
    const code = await mint(account);
    expect(await redeem(account, code.toLowerCase().replace(/-/g, ' '))).toBe('opened');
    expect(await redeem(account, code)).toMatchObject({ code: 'code-invalid' });
  });

  it('S05 is burnt by five wrong entries: the sixth, right one is refused', async () => {
    const account = await room.newAccount();
    const code = await mint(account);
    for (const left of [4, 3, 2, 1, 0]) {
      expect(await redeem(account, WRONG)).toMatchObject({ code: 'code-invalid', params: { attemptsLeft: left } });
    }
    expect(await redeem(account, code)).toMatchObject({ code: 'code-void', kind: 'conflict' });
    expect((await rowOf(account)).wrong_tries).toBe(5);
  });

  it('S05 opens with the right code at the fifth entry', async () => {
    const account = await room.newAccount();
    const code = await mint(account);
    for (let n = 0; n < 4; n++) await redeem(account, WRONG);
    expect(await redeem(account, code)).toBe('opened');
  });

  it('S07 evaluates at most five of 200 parallel guesses', async () => {
    const account = await room.newAccount();
    const code = await mint(account);
    const verify = jest.spyOn(room.postedCodes['hasher'], 'verify');
    await Promise.all(Array.from({ length: 200 }, () => redeem(account, WRONG)));
    expect(verify.mock.calls.length).toBeLessThanOrEqual(5);
    verify.mockRestore();
    expect((await rowOf(account)).wrong_tries).toBe(5);
    expect((await codeOf(redeem(account, code))).code).not.toBe('opened');
  });

  it('S07 opens exactly once for 100 parallel submissions of the right code', async () => {
    const account = await room.newAccount();
    const code = await mint(account);
    const answers = await Promise.all(Array.from({ length: 100 }, () => redeem(account, code)));
    expect(answers.filter((answer) => answer === 'opened')).toHaveLength(1);
  });

  it('S07 counts the try even when the effect fails, and then leaves the code unused', async () => {
    const account = await room.newAccount();
    const code = await mint(account);
    const failing = room.postedCodes.redeem(account.id, 'registration', code, () =>
      Promise.reject(new Error('no audit')),
    );
    await expect(failing).rejects.toThrow('no audit');
    expect((await rowOf(account)).wrong_tries).toBe(1);
    expect(await redeem(account, code)).toBe('opened');
  });

  it('S05 works until midnight in Germany of the printed day', async () => {
    const account = await room.newAccount();
    const code = await mint(account, '2026-12-17');
    await room.test.clock.set('2026-12-17T23:00:30Z'); // 00:00:30 on the 18th in Berlin
    expect(await redeem(account, code)).toMatchObject({ code: 'code-expired' });
    await room.test.clock.set('2026-12-17T22:59:30Z'); // 23:59:30 on the 17th in Berlin
    expect(await redeem(account, code)).toBe('opened');
  });

  it('S05 knows summer time, too', async () => {
    await room.test.clock.set('2026-07-01T09:00:00Z');
    const account = await room.newAccount();
    const code = await mint(account, '2026-07-25');
    await room.test.clock.set('2026-07-25T22:00:30Z');
    expect(await redeem(account, code)).toMatchObject({ code: 'code-expired' });
    await room.test.clock.set('2026-07-25T21:59:30Z');
    expect(await redeem(account, code)).toBe('opened');
  });

  it('S05 is void when a newer letter is written', async () => {
    const account = await room.newAccount();
    const older = await mint(account);
    const newer = await mint(account);
    expect(await redeem(account, older)).toMatchObject({ code: 'code-invalid', params: { attemptsLeft: 4 } });
    expect(await redeem(account, newer)).toBe('opened');
  });

  it('S05 counts at most 20 wrong entries a day, also over new letters', async () => {
    const account = await room.newAccount();
    for (let letter = 0; letter < 4; letter++) {
      await mint(account);
      for (let n = 0; n < 5; n++) await redeem(account, WRONG);
    }
    const code = await mint(account);
    expect(await redeem(account, code)).toMatchObject({ code: 'too-many-requests', kind: 'too-many' });
    await room.test.clock.advance('24 hours 1 second');
    expect(await redeem(account, code)).toBe('opened');
  });

  it('S05 lives longer when the letter was posted late, never shorter', async () => {
    const account = await room.newAccount();
    const letterId = newId();
    const code = await mint(account, '2026-12-17', letterId);
    const extend = (until: string) =>
      room.test.database.transaction((tx) => room.postedCodes.extendValidity(tx, letterId, DateOnly.parse(until)));
    await extend('2026-12-20');
    await extend('2026-12-10');
    await room.test.clock.set('2026-12-20T22:00:00Z');
    expect(await redeem(account, code)).toBe('opened');
  });

  it('serves its own purpose and account only', async () => {
    const [account, other] = [await room.newAccount(), await room.newAccount()];
    const code = await mint(account);
    await mint(other);
    expect(await redeem(account, code, 'reset')).toMatchObject({ code: 'code-invalid' });
    expect(await redeem(other, code)).toMatchObject({ code: 'code-invalid' });
    expect(await redeem(account, code)).toBe('opened');
  });

  it('S06 is stored as bcrypt over a keyed hash that is bound to its row', async () => {
    const account = await room.newAccount();
    const code = await mint(account);
    const { code_hash: hash } = await rowOf(account);
    expect(hash).toMatch(/^\$2b\$04\$/);
    expect(await jest.requireActual<typeof import('bcrypt')>('bcrypt').compare(code.replace(/-/g, ''), hash)).toBe(
      false,
    );
    // Another row with the same hash does not open.
    const other = await room.newAccount();
    await mint(other);
    await room.test.query(`UPDATE identity.posted_code SET code_hash = $2 WHERE account_id = $1`, [other.id, hash]);
    expect(await redeem(other, code)).toMatchObject({ code: 'code-invalid' });
  });
});
