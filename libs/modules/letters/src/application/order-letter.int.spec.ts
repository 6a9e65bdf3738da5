import { DomainError, newId } from '@of/kernel';
import { lettersRoom } from '../letters-room.fixture';
import { ListLetterReviews } from './list-letter-reviews.query';
import { ListLetters } from './list-letters.query';
import { ReleaseLetter } from './release-letter';

const room = lettersRoom();
const start = '2026-11-23T09:00:00Z';

async function refusal(work: Promise<unknown>): Promise<DomainError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(DomainError);
  return error as DomainError;
}

describe('OrderLetter', () => {
  beforeEach(() => room.test.clock.set(start));

  it('B9 writes letter, event and audit entry in one transaction and names the day', async () => {
    const { letterId, expectedBy } = await room.order();
    expect(String(expectedBy)).toBe('2026-12-01');
    expect(await room.state(letterId)).toMatchObject({ state: 'ordered', expected_by: '2026-12-01', language: 'de' });
    expect((await room.state(letterId))['reference']).toMatch(/^OF-2026-\d{6}$/);
    expect(await room.events('letters.letter-ordered')).toContainEqual({ letterId });
    const audit = await room.test.query(`SELECT content FROM platform.audit_entry WHERE content LIKE $1`, [
      `%${letterId}%`,
    ]);
    expect(audit).toHaveLength(1);
  });

  it('S05 makes exactly one letter of 50 parallel orders', async () => {
    const insuredId = await room.newPerson();
    const accountId = newId();
    const results = await Promise.allSettled(Array.from({ length: 50 }, () => room.order({ insuredId, accountId })));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const codes = results.flatMap((result) =>
      result.status === 'rejected' ? [(result.reason as DomainError).code] : [],
    );
    expect(new Set(codes)).toEqual(new Set(['too-many-requests']));
    expect(await room.test.query(`SELECT id FROM letters.letter WHERE account_id = $1`, [accountId])).toHaveLength(1);
  });

  it('S05 holds in the database itself, without looking first', async () => {
    const insuredId = await room.newPerson();
    const accountId = newId();
    const insert = (state: string, purpose = 'registration') =>
      room.test.query(
        `INSERT INTO letters.letter (id, account_id, insured_id, purpose, language, state, expected_by)
         VALUES ($1, $2, $3, $4, 'de', $5, '2026-12-01')`,
        [newId(), accountId, insuredId, purpose, state],
      );
    await insert('cancelled');
    await insert('ordered');
    await expect(insert('ordered')).rejects.toMatchObject({ constraint: 'letter_one_a_day' });
    await expect(insert('in-review')).rejects.toMatchObject({ constraint: 'letter_one_a_day' });
    await insert('ordered', 'device');
    await room.test.clock.advance('23 hours 59 minutes');
    await expect(insert('ordered')).rejects.toMatchObject({ constraint: 'letter_one_a_day' });
    await room.test.clock.advance('1 minute 5 seconds');
    await insert('ordered');
  });

  it('S05 says when the next letter is possible; another purpose is free', async () => {
    const insuredId = await room.newPerson();
    const accountId = newId();
    await room.order({ insuredId, accountId });
    await room.test.clock.advance('4 hours');
    const error = await refusal(room.order({ insuredId, accountId }));
    expect(error).toMatchObject({
      code: 'too-many-requests',
      kind: 'too-many',
      params: { reason: 'letter-under-way' },
    });
    expect(error.retryAfterSeconds).toBeGreaterThan(19 * 3600);
    expect(error.retryAfterSeconds).toBeLessThanOrEqual(20 * 3600);
    await room.order({ insuredId, accountId, purpose: 'device' });
  });

  it('S05 allows three letters in 30 days', async () => {
    const insuredId = await room.newPerson();
    const accountId = newId();
    for (let letter = 1; letter <= 3; letter++) {
      await room.order({ insuredId, accountId });
      await room.test.clock.advance('25 hours');
    }
    const error = await refusal(room.order({ insuredId, accountId }));
    expect(error).toMatchObject({
      code: 'too-many-requests',
      kind: 'too-many',
      params: { reason: 'letter-limit-reached' },
    });
    expect(error.retryAfterSeconds).toBeGreaterThan(26 * 86_400);
    expect(error.retryAfterSeconds).toBeLessThan(27 * 86_400);
    await room.test.clock.advance(`${error.retryAfterSeconds} seconds`);
    await room.order({ insuredId, accountId });
  });

  it('S03 keeps a letter in review until somebody releases it', async () => {
    const { letterId, expectedBy } = await room.order({ needsReview: true });
    expect(String(expectedBy)).toBe('2026-12-04');
    expect(await room.events('letters.letter-ordered')).not.toContainEqual({ letterId });
    await room.produce(letterId);
    expect(await room.state(letterId)).toMatchObject({ state: 'in-review' });
    expect((await new ListLetterReviews(room.test.database).execute()).map((review) => review.letterId)).toContain(
      letterId,
    );

    const release = () =>
      room.test.database.transaction((tx) => new ReleaseLetter(room.letters).execute(tx, letterId, 'clerk'));
    await room.test.clock.set('2026-11-27T09:00:00Z');
    await release();
    expect(await room.state(letterId)).toMatchObject({ state: 'ordered', expected_by: '2026-12-07' });
    expect(await room.events('letters.letter-ordered')).toContainEqual({ letterId });
    expect(await refusal(release())).toMatchObject({ code: 'letter-not-in-review', kind: 'conflict' });
  });

  it('lists the letters of one account, newest first, without those that never left', async () => {
    const insuredId = await room.newPerson();
    const accountId = newId();
    const first = await room.order({ insuredId, accountId });
    const cancelled = await room.order({ insuredId, accountId, purpose: 'device' });
    await room.test.query(`UPDATE letters.letter SET state = 'cancelled' WHERE id = $1`, [cancelled.letterId]);
    await room.test.clock.advance('2 days');
    const second = await room.order({ insuredId, accountId });
    await room.order({ insuredId });
    const list = await new ListLetters(room.test.database).execute(accountId);
    expect(list.map(({ id }) => id)).toEqual([second.letterId, first.letterId]);
    expect(list[1]).toMatchObject({
      purpose: 'registration',
      state: 'created',
      expectedBy: '2026-12-01',
      validUntil: null,
      handedOverAt: null,
      postedAt: null,
    });
  });
});
