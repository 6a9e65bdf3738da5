import { PostedCodes, SentCodes } from '@of/identity';
import { DateOnly, newId } from '@of/kernel';
import { crowd, isRefusal } from '@of/testing';
import { CompletePasswordReset } from './application/complete-password-reset';
import { NEW_PASSWORD, recoveryRoom } from './recovery-room.fixture';

const GUESSES = 10_000;
/** As many as the gate lets wait: beyond that guesses are not even counted. */
const LANES = 18;
const room = recoveryRoom();

type Member = Awaited<ReturnType<typeof room.member>>;

const ways: [string, (member: Member) => Promise<string | null>, (n: number) => string][] = [
  [
    'that was sent',
    (member) =>
      room.test.database.transaction((tx) =>
        room
          .get(SentCodes)
          .mintForReset(tx, { id: newId(), accountId: member.id, purpose: 'reset-mobile', target: member.mobile }),
      ),
    (n) => String(n).padStart(6, '0'),
  ],
  [
    'from a letter',
    (member) =>
      room.test.database.transaction((tx) => {
        const letter = { letterId: newId(), validUntil: DateOnly.parse('2099-12-17') };
        return room.get(PostedCodes).mint(tx, { accountId: member.id, purpose: 'reset', ...letter });
      }),
    (n) => `0000-0000-${String(n).padStart(4, '0')}`,
  ],
];

it.each(ways)(
  'S07 10,000 guesses of a reset code %s: five are compared, and the right one is refused',
  async (...way) => {
    const [, mint, guessNo] = way;
    const member = await room.member();
    const code = String(await mint(member));
    const compare = jest.spyOn(room.get(PostedCodes)['hasher'], 'verify');
    const enter = (input: string) =>
      room.get(CompletePasswordReset).execute({ username: member.kvnr, code: input, newPassword: NEW_PASSWORD });
    let isOpen = false;
    for (let n = 0; n < GUESSES; n += LANES) {
      const guesses = await crowd(LANES, (lane) =>
        enter(guessNo(n + lane) === code ? guessNo(999_999) : guessNo(n + lane)),
      );
      isOpen ||= guesses.some((answer) => !isRefusal(answer));
    }
    expect(isOpen).toBe(false);
    // Comparing with nothing, so that it takes as long, is no evaluation.
    expect(compare.mock.calls.filter(([, id]) => id !== '')).toHaveLength(5);
    await room.test.clock.advance('2 minutes');
    const [last] = await crowd(1, () => enter(code));
    expect(last).toMatchObject({ code: 'code-invalid' });
    expect(compare.mock.calls.filter(([, id]) => id !== '')).toHaveLength(5);
    compare.mockRestore();
  },
);
