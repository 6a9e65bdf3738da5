import { newId } from '@of/kernel';
import type { ExportedPart } from '@of/platform';
import { postboxRoom, type Somebody } from '../postbox-room.fixture';
import { LettersData } from './letters-data';

const room = postboxRoom();

/** The rows of a table in a person's export; their account has nothing to do with what they were sent before. */
async function exported(who: Somebody, table: string): Promise<object[]> {
  const subject = { accountId: newId(), insuredId: room.ids[who], level: 'full', language: 'de' } as const;
  const parts: ExportedPart[] = [];
  for await (const part of room.get(LettersData).export(subject)) parts.push(part);
  const found = parts.find(({ kind, name }) => kind === 'table' && name === table);
  const rows: object[] = [];
  if (found?.kind === 'table') for await (const row of found.rows) rows.push(row);
  return rows;
}

describe('letters in an export', () => {
  it('hold all to the person: more than a page, of accounts that are gone, and of a time without one', async () => {
    await room.deliver('offline', { subject: 'Ihr Bescheid' });
    await room.test.query(
      `INSERT INTO letters.letter (id, account_id, insured_id, purpose, language, state, expected_by)
       SELECT gen_random_uuid(), gen_random_uuid(), $1, 'registration', 'de', 'ordered', platform.today()
         FROM generate_series(1, 150)`,
      [room.ids.offline],
    );
    const rows = await exported('offline', 'briefe');
    expect(rows).toHaveLength(151);
    expect(rows).toContainEqual({ purpose: 'post', state: 'created', createdAt: expect.any(Date), postedAt: null });
    expect(await exported('stranger', 'briefe')).toEqual([]);
  });

  it('stand there with their text and the name of their file, and in the order of the postbox', async () => {
    await room.deliver('mother', { subject: 'Erster', text: 'Guten Tag.' });
    await room.test.clock.set('2026-11-24T09:00:00Z');
    await room.deliver('mother', { subject: 'Zweiter' });
    expect(await exported('mother', 'post')).toMatchObject([
      { file: '0001 2026-11-24 Zweiter.pdf', subject: 'Zweiter', text: null },
      { file: '0002 2026-11-23 Erster.pdf', subject: 'Erster', text: 'Guten Tag.' },
    ]);
  });
});
