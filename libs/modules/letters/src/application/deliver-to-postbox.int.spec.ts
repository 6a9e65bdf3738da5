import { randomBytes } from 'node:crypto';
import { SealedFiles } from '@of/documents';
import { newId } from '@of/kernel';
import { Sealer } from '@of/platform';
import { PostboxItemsRepository } from '../persistence/postbox-items.repository';
import { PostboxSeals } from '../persistence/postbox-seals';
import { pdfOf, postboxRoom, type Somebody } from '../postbox-room.fixture';
import { WaitingPosts } from './waiting-post';

const room = postboxRoom();
const decision = { kind: 'decision', subject: 'Ihr Bescheid', isDecision: true, hasInstruction: true } as const;

const refusalOf = (act: Promise<unknown>) =>
  act.then(
    () => null,
    (error: { code: string; fieldErrors?: { pointer: string; code: string }[] }) =>
      error.fieldErrors?.map(({ pointer, code }) => `${pointer} ${code}`) ?? error.code,
  );

beforeEach(async () => {
  await room.test.query(`TRUNCATE letters.delivery, letters.postbox_item, letters.letter CASCADE`);
});

/** Tells whoever is due, as the notices do. @returns to whom, and whether of a decision */
async function tell(isNotified = true): Promise<[Somebody, boolean][]> {
  const posts = room.get(WaitingPosts);
  const told: [Somebody, boolean][] = [];
  for (const accountId of await posts.findAccounts(100)) {
    await room.test.database.transaction(async (tx) => {
      const waiting = await posts.take(tx, accountId);
      if (!waiting) return;
      if (isNotified) await posts.markNotified(tx, accountId);
      const [who] = [...room.accounts].find(([, account]) => account.accountId === accountId) ?? [];
      told.push([who as Somebody, waiting.hasDecision]);
    });
  }
  return told;
}

const dates = async (who: Somebody, itemId: string | null) => {
  const { items } = (await room.call(who, 'GET', 'me/postbox')).json();
  const { announcedOn, objectionUntil } = items.find(({ id }: { id: string }) => id === itemId);
  return [announcedOn, objectionUntil];
};

describe('DeliverToPostbox', () => {
  it('delivers once for each reference, also when it comes twice at the same time', async () => {
    const pdf = await pdfOf();
    const reference = newId();
    const delivered = await Promise.all([1, 2, 3].map(() => room.deliver('mother', { pdf }, reference)));
    expect(new Set(delivered.map(({ itemId }) => itemId)).size).toBe(1);
    expect(delivered.filter(({ isRepeated }) => isRepeated)).toHaveLength(2);
    expect((await room.call('mother', 'GET', 'me/postbox')).json().items).toHaveLength(1);
    expect(await refusalOf(room.deliver('mother', { pdf, subject: 'Anderes' }, reference))).toBe(
      'delivery-reference-reused',
    );
  });

  it.each([
    ['no subject', { subject: ' ' }, ['/subject required']],
    ['a long subject', { subject: 'x'.repeat(201) }, ['/subject too-long']],
    ['a subject that turns around', { subject: 'Bescheid \u202egpj' }, ['/subject unusable-character']],
    ['a text with control characters', { text: 'a\u0000b' }, ['/text unusable-character']],
    ['a long text', { text: 'x'.repeat(100_001) }, ['/text too-long']],
    ['no PDF', { pdf: Buffer.from('<html>') }, ['/pdf pdf-unreadable']],
    ['a PDF by name only', { pdf: Buffer.from('%PDF-1.7 nothing else') }, ['/pdf pdf-unreadable']],
    ['a kind we do not know', { kind: 'spam' as never }, ['/kind not-allowed']],
  ])('refuses %s', async (_, part, faults) => {
    expect(await refusalOf(room.deliver('mother', part))).toEqual(faults);
    expect(await room.test.query(`SELECT FROM letters.postbox_item`)).toEqual([]);
  });

  it('holds no transaction while the store takes its time', async () => {
    const files = room.get(SealedFiles);
    const write = files.write.bind(files);
    const held: unknown[] = [];
    const slow = jest.spyOn(files, 'write').mockImplementation(async (content) => {
      held.push(
        await room.test.query(
          `SELECT query FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'`,
        ),
      );
      return write(content);
    });
    await room.deliver('mother', { pdf: await pdfOf() });
    slow.mockRestore();
    expect(held).toEqual([[]]);
  });

  it('K11 sends a letter instead to somebody whom nobody could read it online for, in the same transaction', async () => {
    const pdf = await pdfOf(2);
    const reference = newId();
    const { itemId, letterId } = await room.deliver('offline', { pdf }, reference);
    expect(itemId).toBeNull();
    const [letter] = await room.test.query(
      `SELECT state, purpose, account_id, pages, valid_until FROM letters.letter WHERE id = $1`,
      [letterId],
    );
    expect(letter).toEqual({ state: 'rendered', purpose: 'post', account_id: null, pages: 2, valid_until: null });
    expect(
      await room.test.query(`SELECT payload FROM platform.outbox_event WHERE payload->>'letterId' = $1`, [letterId]),
    ).toHaveLength(1);
    expect(await room.deliver('offline', { pdf }, reference)).toEqual({ itemId: null, letterId, isRepeated: true });
    expect(await room.test.query(`SELECT FROM letters.letter`)).toHaveLength(1);
  });

  it('K11 sends a decision as a letter to somebody whose postbox is locked for want of a second factor', async () => {
    expect(await room.deliver('locked', decision)).toMatchObject({ itemId: null, letterId: expect.any(String) });
    expect(await tell()).toEqual([]);
    expect(await room.deliver('locked')).toMatchObject({ itemId: expect.any(String), letterId: null });
    expect(await tell()).toEqual([['locked', false]]);
  });

  it('tells the person, and for a child without an account the parent', async () => {
    await room.deliver('son');
    await room.deliver('daughter', decision);
    expect((await tell()).sort()).toEqual([
      ['mother', true],
      ['son', false],
    ]);
  });

  it('K23 tells nobody twice, nobody of what they have read, and everybody at most once a day', async () => {
    await room.deliver('mother');
    expect(await tell()).toEqual([['mother', false]]);
    expect(await tell()).toEqual([]);
    await room.deliver('mother', decision);
    await room.test.clock.set('2026-11-24T08:59:00Z');
    expect(await tell()).toEqual([]);
    await room.test.clock.set('2026-11-24T09:01:00Z');
    expect((await Promise.all([tell(), tell(), tell()])).flat()).toEqual([['mother', true]]);
    const { itemId } = await room.deliver('mother');
    await room.call('mother', 'POST', `me/postbox/${itemId}/read`);
    await room.test.clock.set('2026-11-26T09:01:00Z');
    expect(await tell()).toEqual([]);
  });

  it('counts a decision from the notice; without one from the day on which it was opened', async () => {
    const told = await room.deliver('mother', decision);
    expect(await dates('mother', told.itemId)).toEqual([null, null]);
    await tell();
    expect(await dates('mother', told.itemId)).toEqual(['2026-11-27', '2026-12-28']);

    const untold = await room.deliver('stranger', decision);
    await tell(false);
    expect(await dates('stranger', untold.itemId)).toEqual([null, null]);
    await room.test.clock.set('2026-11-25T09:00:00Z');
    await room.call('stranger', 'GET', `me/postbox/${untold.itemId}`);
    expect(await dates('stranger', untold.itemId)).toEqual(['2026-11-25', '2026-12-28']);
  });

  it('leaves more time abroad, and a year where it does not say how to object', async () => {
    const abroad = await room.deliver('abroad', decision);
    const silent = await room.deliver('mother', { ...decision, hasInstruction: false });
    await tell();
    expect(await dates('abroad', abroad.itemId)).toEqual(['2026-11-27', '2027-03-01']);
    expect(await dates('mother', silent.itemId)).toEqual(['2026-11-27', '2027-11-29']);
  });

  it('S57 keeps subject, text and search words unreadable in the database', async () => {
    await room.deliver('mother', { subject: 'Psychotherapie', text: 'Psychotherapie bewilligt' });
    await room.deliver('stranger', { subject: 'Psychotherapie', text: 'Psychotherapie bewilligt' });
    const rows = await room.test.query<{ row: string; grams: string }>(
      `SELECT i::text AS row, s.grams::text AS grams FROM letters.postbox_item i
         JOIN letters.postbox_search s ON s.item_id = i.id`,
    );
    expect(rows).toHaveLength(2);
    for (const { row } of rows) expect(Buffer.from(row).toString()).not.toMatch(/therapie|bewilligt|746865726170/i);
    const [one, other] = rows.map(({ grams }) => new Set(grams.slice(1, -1).split(',')));
    expect([...(one ?? [])].filter((gram) => other?.has(gram))).toEqual([]);
  });

  it('S57 still finds and opens what was delivered before the master key changed', async () => {
    await room.deliver('mother', { subject: 'Psychotherapie', text: 'Bewilligt' });
    const { config, database } = room.test;
    const account = room.accounts.get('mother');
    const found = async (former: string | undefined, query: string) => {
      const changed = Object.assign(Object.create(config) as typeof config, {
        MASTER_KEY: randomBytes(32).toString('base64'),
        FORMER_MASTER_KEYS: former,
      });
      const items = new PostboxItemsRepository(database, new PostboxSeals(new Sealer(changed), changed));
      const view = { insuredId: room.ids.mother, accountId: account?.accountId ?? '', isSelf: true };
      const filter = { query, isUnread: false, kind: null, from: null, before: null };
      return (await items.list(view, filter, { after: null, limit: 10 })).map(({ subject }) => subject);
    };
    expect(await found(config.MASTER_KEY, 'therapie')).toEqual(['Psychotherapie']);
    expect(await found(config.MASTER_KEY, 'bewilligt')).toEqual(['Psychotherapie']);
    expect(await found(config.MASTER_KEY, 'abgelehnt')).toEqual([]);
    expect(await found(undefined, 'therapie')).toEqual([]);
  });
});
