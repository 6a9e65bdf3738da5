import { Readable } from 'node:stream';
import { DomainError, newId } from '@of/kernel';
import { PersonalDataSource, type ExportedPart, type Kept } from '@of/platform';
import { dataExportRoom, unzip } from '../data-export-room.fixture';

const room = dataExportRoom();

/** A place with documents: one that can be had, one that cannot, and many rows. */
class Shelf extends PersonalDataSource {
  readonly name = 'shelf';
  rows = 3;
  isBroken = false;

  async *export(): AsyncIterable<ExportedPart> {
    if (this.isBroken) throw new Error('the shelf fell down');
    const words = { de: 'Regal', en: 'Shelf' };
    const { rows } = this;
    yield {
      kind: 'table',
      name: 'books',
      about: words,
      fields: { number: words },
      rows: (function* () {
        for (let number = 1; number <= rows; number += 1) yield { number };
      })(),
    };
    yield { kind: 'file', name: 'good.pdf', open: async () => Readable.from([Buffer.from('%PDF-good')]) };
    yield {
      kind: 'file',
      name: 'bad.pdf',
      open: async () => {
        throw new DomainError('document-infected', 'conflict');
      },
    };
  }

  async erase(): Promise<Kept[]> {
    return [];
  }
}

const shelf = new Shelf();
beforeAll(() => room.addSource(shelf));

const order = async (member: Awaited<ReturnType<typeof room.member>>, level: 'basic' | 'full' = 'full') => {
  const answer = await member.call('POST', '', { level });
  expect([answer.statusCode, answer.payload]).toEqual([202, expect.stringContaining('"ordered"')]);
  return answer.json().id as string;
};

const acts = async (insuredId: string) =>
  (
    await room.test.query<{ act: string }>(
      `SELECT content::jsonb->>'act' AS act FROM platform.audit_entry WHERE subject = $1 ORDER BY position`,
      [insuredId],
    )
  ).map(({ act }) => act);

describe('data exports', () => {
  it('S63 are ordered, made once, downloaded and erased after seven days', async () => {
    const member = await room.member();
    const id = await order(member);
    expect((await member.call('GET', `/${id}/content`)).json()).toMatchObject({ code: 'data-export-not-ready' });
    await Promise.all([room.make(id), room.make(id)]);
    await room.make(id);
    const ready = (await member.call('GET', `/${id}`)).json();
    expect(ready).toMatchObject({
      state: 'ready',
      progress: 100,
      level: 'full',
      expiresAt: expect.stringMatching(/^2026-11-30T09:0/),
    });
    const download = await member.call('GET', `/${id}/content`);
    expect([download.statusCode, download.headers['content-type']]).toEqual([200, 'application/zip']);
    expect(download.rawPayload.length).toBe(ready.size);
    expect(download.headers['content-disposition']).toMatch(/^attachment; filename="Meine Daten/);
    const files = unzip(download.rawPayload);
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining([
        'LIESMICH.txt',
        'membership/versicherung.json',
        'identity/zugang.json',
        'audit/protokoll.json',
        'shelf/good.pdf',
      ]),
    );
    expect(JSON.parse(files['membership/versicherung.json'] as string)).toMatchObject([
      { kvnr: 'A123456780', bankAccount: { iban: 'DE89370400440532013000' } },
    ]);
    expect(files['shelf/bad.pdf']).toBeUndefined();
    expect(files['LIESMICH.txt']).toMatch(/fehlen, weil[^]*shelf\/bad\.pdf/);
    expect(await acts(member.insuredId)).toEqual([
      'personal-data.export-ordered',
      'personal-data.export-made',
      'personal-data.export-downloaded',
    ]);
    const ready2 = await room.test.query(`SELECT FROM platform.outbox_event WHERE name = 'personal-data.export-ready'`);
    expect(ready2).toHaveLength(1);

    await room.test.clock.set('2026-11-30T09:10:00Z');
    expect((await member.call('GET', `/${id}/content`)).statusCode).toBe(410);
    expect((await member.call('GET')).json().items).toMatchObject([{ id, state: 'expired', progress: 100 }]);
    await room.tidy();
    await room.tidy();
    expect((await member.call('GET', `/${id}`)).json()).toMatchObject({ state: 'expired' });
    expect(await room.test.query(`SELECT FROM documents.stored_file`)).toEqual([]);
    expect((await acts(member.insuredId)).filter((act) => act === 'personal-data.export-erased')).toHaveLength(1);
  });

  it('explain every field that occurs, in both languages', async () => {
    const member = await room.member();
    const id = await order(member);
    await room.make(id);
    const files = unzip((await member.call('GET', `/${id}/content`)).rawPayload);
    const text = files['LIESMICH.txt'] as string;
    for (const [path, content] of Object.entries(files)) {
      if (!path.endsWith('.json')) continue;
      const about = text.slice(text.indexOf(path)).split('\n\n')[0];
      const rows = JSON.parse(content) as object[];
      for (const field of new Set(rows.flatMap((row) => Object.keys(row))))
        expect([path, about]).toEqual([path, expect.stringContaining(`  ${field}: `)]);
    }
  });

  it('D4 hold at level basic what basic shows, and a full one is opened by full only', async () => {
    const member = await room.member();
    const id = await order(member, 'basic');
    await room.make(id);
    const files = unzip((await member.call('GET', `/${id}/content`, { level: 'basic' })).rawPayload);
    const all = Object.values(files).join('\n');
    expect(all).not.toContain('DE89370400440532013000');
    expect(all).not.toContain('4915123456789');
    expect(all).toContain('•••• 3000');

    const full = await order(member);
    await room.make(full);
    for (const path of [`/${full}/content`]) {
      const answer = await member.call('GET', path, { level: 'basic' });
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'second-factor-required']);
    }
  });

  it('work before the terms are accepted, and in no other step', async () => {
    const member = await room.member();
    expect((await member.call('POST', '', { level: 'basic', nextStep: 'accept-terms' })).statusCode).toBe(202);
    expect((await member.call('GET', '', { nextStep: 'approve-login' })).json()).toMatchObject({
      code: 'step-required',
    });
  });

  it('S33 belong to one account: for others they do not exist', async () => {
    const [member, other] = [await room.member(), await room.member()];
    const id = await order(member);
    await room.make(id);
    for (const path of [`/${id}`, `/${id}/content`, `/${newId()}`, '/x', '/x/content']) {
      expect([path, (await other.call('GET', path)).statusCode]).toEqual([path, 404]);
    }
    expect((await other.call('GET')).json().items).toEqual([]);

    // One at a time, three a day.
    const both = await Promise.all([1, 2, 3].map(() => other.call('POST')));
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([202, 409, 409]);
    for (const number of [2, 3]) {
      const [{ id: open }] = (await other.call('GET')).json().items;
      await room.make(open);
      expect([number, (await other.call('POST')).statusCode]).toEqual([number, 202]);
    }
    const [{ id: third }] = (await other.call('GET')).json().items;
    await room.make(third);
    const fourth = await other.call('POST');
    expect(fourth.statusCode).toBe(429);
    expect(Number(fourth.headers['retry-after'])).toBeGreaterThan(24 * 3600 - 60);
  });

  it('that break are tried again, three times, and leave nothing behind', async () => {
    await room.test.query(`TRUNCATE personal_data.data_export`);
    const [{ count }] = (await room.test.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM documents.stored_file`,
    )) as [{ count: number }];
    const [account] = await room.test.query<{ id: string; insured_id: string }>(
      `SELECT id, insured_id FROM identity.account LIMIT 1`,
    );
    const id = newId();
    await room.test.query(
      `INSERT INTO personal_data.data_export (id, account_id, insured_id, level, language) VALUES ($1, $2, $3, 'full', 'de')`,
      [id, account?.id, account?.insured_id],
    );
    shelf.isBroken = true;
    try {
      await expect(room.make(id)).rejects.toThrow('the shelf fell down');
      await expect(room.make(id)).rejects.toThrow('the shelf fell down');
      await room.make(id);
    } finally {
      shelf.isBroken = false;
    }
    const [row] = await room.test.query<{ state: string }>(
      `SELECT state FROM personal_data.data_export WHERE id = $1`,
      [id],
    );
    expect(row?.state).toBe('failed');
    const [after] = await room.test.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM documents.stored_file`,
    );
    expect(after?.count).toBe(count);
  });

  it('whose worker died are made anew, and what the dead one still writes does not count', async () => {
    await room.test.query(
      `UPDATE personal_data.data_export SET state = 'building', tries = 1, run_id = $1,
      beat_at = platform.now()`,
      [newId()],
    );
    const [row] = await room.test.query<{ id: string }>(`SELECT id FROM personal_data.data_export`);
    const id = (row as { id: string }).id;
    await room.make(id); // somebody else is at it
    await room.test.clock.set('2026-11-23T09:06:00Z');
    await room.tidy();
    const events = await room.test.query(
      `SELECT FROM platform.outbox_event WHERE name = 'personal-data.export-ordered' AND payload->>'exportId' = $1`,
      [id],
    );
    expect(events).toHaveLength(1);
    await room.make(id);
    const [made] = await room.test.query<{ state: string }>(
      `SELECT state FROM personal_data.data_export WHERE id = $1`,
      [id],
    );
    expect(made?.state).toBe('ready');
  });

  it('need little memory for much: 400,000 rows', async () => {
    const [row] = await room.test.query<{ id: string }>(
      `UPDATE personal_data.data_export SET state = 'ordered', document_id = NULL, tries = 0 RETURNING id`,
    );
    shelf.rows = 400_000;
    const before = process.memoryUsage().rss;
    let peak = before;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
    try {
      await room.make((row as { id: string }).id);
    } finally {
      clearInterval(watch);
      shelf.rows = 3;
    }
    expect((peak - before) / 2 ** 20).toBeLessThan(150);
  });

  it('whose run broke after its event was done are made all the same, and asked for once in a while only', async () => {
    const member = await room.member();
    const id = await order(member);
    const events = () =>
      room.test.query(
        `SELECT FROM platform.outbox_event WHERE name = 'personal-data.export-ordered' AND payload->>'exportId' = $1`,
        [id],
      );
    shelf.isBroken = true;
    await expect(room.make(id)).rejects.toThrow('the shelf fell down');
    shelf.isBroken = false;
    await room.tidy();
    expect(await events()).toHaveLength(1); // the one of the order
    await room.test.clock.set('2026-11-23T09:06:00Z');
    await Promise.all([room.tidy(), room.tidy()]);
    await room.tidy();
    expect(await events()).toHaveLength(2);
    await room.make(id);
    expect((await member.call('GET', `/${id}`)).json()).toMatchObject({ state: 'ready' });
  });

  it('that take their worker along are given up, too, and can be ordered anew', async () => {
    const member = await room.member();
    const id = await order(member);
    await room.test.query(
      `UPDATE personal_data.data_export SET state = 'building', tries = 3, run_id = $2,
         beat_at = platform.now() - interval '6 minutes' WHERE id = $1`,
      [id, newId()],
    );
    await room.make(id);
    expect((await member.call('GET', `/${id}`)).json()).toMatchObject({ state: 'failed' });
    await order(member);
  });
});
