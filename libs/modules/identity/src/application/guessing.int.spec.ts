import { DateOnly, newId } from '@of/kernel';
import { crowd, isRefusal, type Refusal } from '@of/testing';
import { identityRoom } from '../identity-room.fixture';
import { type Account } from '../persistence/account.repository';
import { type CodePurpose } from './posted-codes';

/** Where guesses come from does not matter here: what is counted is the account's, whoever asks. */
const GUESSES = 10_000;
/** At the same instant. */
const LANES = 50;
const room = identityRoom();

beforeEach(() => room.test.clock.reset());

const mint = (account: Account, purpose: CodePurpose) =>
  room.test.database.transaction((tx) => {
    const letter = { letterId: newId(), validUntil: DateOnly.parse('2099-12-17') };
    return room.postedCodes.mint(tx, { accountId: account.id, purpose, ...letter });
  });

/** Ten thousand guesses, many of them at the same instant; gives how often each refusal came. */
async function guess(act: (n: number) => Promise<unknown>): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (let from = 0; from < GUESSES; from += LANES) {
    for (const answer of await crowd(LANES, (n) => act(from + n))) {
      const code = isRefusal(answer) ? answer.code : String(answer);
      counts[code] = (counts[code] ?? 0) + 1;
    }
  }
  return counts;
}

const guessNo = (n: number): string => `0000-0000-${String(n).padStart(4, '0')}`;

describe('10,000 guesses', () => {
  it('S07 of an activation code: five are compared, and the right one afterwards is refused', async () => {
    const account = await room.newAccount();
    const code = await mint(account, 'registration');
    const compare = jest.spyOn(room.postedCodes['hasher'], 'verify');
    const redeem = (input: string) =>
      room.postedCodes.redeem(account.id, 'registration', input, () => Promise.resolve('opened'));
    const counts = await guess((n) => redeem(guessNo(n)));
    expect(compare).toHaveBeenCalledTimes(5);
    expect(counts['code-invalid']).toBe(5);
    expect(counts['opened']).toBeUndefined();
    const [last] = (await crowd(1, () => redeem(code))) as [Refusal];
    expect(last.code).toBe('too-many-requests');
    await room.test.clock.advance('25 hours');
    const [later] = (await crowd(1, () => redeem(code))) as [Refusal];
    expect(later.code).toBe('code-void');
    expect(compare).toHaveBeenCalledTimes(5);
    compare.mockRestore();
  });

  it('S07 of a code for a device: five are compared, and the right one afterwards is refused', async () => {
    const account = await room.newAccount();
    const code = await mint(account, 'device');
    const compare = jest.spyOn(room.postedCodes['hasher'], 'verify');
    await guess((n) => room.postedCodes.check(account.id, 'device', guessNo(n)));
    expect(compare).toHaveBeenCalledTimes(5);
    await room.test.clock.advance('25 hours');
    const [later] = (await crowd(1, () => room.postedCodes.check(account.id, 'device', code))) as [Refusal];
    expect(later.code).toBe('code-void');
    expect(compare).toHaveBeenCalledTimes(5);
    compare.mockRestore();
  });

  it('S12 of a password within ten minutes: at most ten are compared', async () => {
    const account = await room.newAccount();
    const compare = jest.spyOn(room.hasher, 'verify');
    const counts = await guess(async (n) => {
      // Ten minutes pass while the guesses come in.
      if (n % LANES === 0) await room.test.clock.advance(`${(600 * LANES) / GUESSES} seconds`);
      return room.attempt({ username: account.kvnr, password: `Falsch-${n}-Falsch!` });
    });
    expect(compare.mock.calls.length).toBeGreaterThanOrEqual(5);
    expect(compare.mock.calls.length).toBeLessThanOrEqual(10);
    expect(counts['login-failed']).toBe(compare.mock.calls.length);
    expect(counts['too-many-requests']).toBe(GUESSES - compare.mock.calls.length);
    compare.mockRestore();
  });
});
