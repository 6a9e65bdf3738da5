import { newId } from '@of/kernel';
import { Database } from '@of/platform';
import { pdfOf, postboxRoom } from '../postbox-room.fixture';

const room = postboxRoom();
const decision = {
  kind: 'decision',
  subject: 'Ihr Bescheid über Krankengeld',
  isDecision: true,
  hasInstruction: true,
} as const;

beforeEach(async () => {
  await room.test.query(`TRUNCATE letters.delivery, letters.postbox_item, letters.letter CASCADE`);
});

describe('GET …/postbox', () => {
  it('lists what was sent, newest first, page by page, with what it is', async () => {
    for (let number = 1; number <= 5; number += 1) {
      await room.test.clock.set(`2026-11-${10 + number}T09:00:00Z`);
      await room.deliver('mother', { subject: `Brief ${number}` });
    }
    const first = (await room.call('mother', 'GET', 'me/postbox?limit=3')).json();
    expect(first.items.map(({ subject }: { subject: string }) => subject)).toEqual(['Brief 5', 'Brief 4', 'Brief 3']);
    const second = (await room.call('mother', 'GET', `me/postbox?limit=3&cursor=${first.nextCursor}`)).json();
    expect(second.items.map(({ subject }: { subject: string }) => subject)).toEqual(['Brief 2', 'Brief 1']);
    expect(second.nextCursor).toBeNull();
    expect(second.items[0]).toEqual({
      id: expect.any(String),
      kind: 'letter',
      subject: 'Brief 2',
      language: 'de',
      sentAt: expect.stringMatching(/^2026-11-12T09:00/),
      isRead: false,
      isPrivate: false,
      pages: 1,
      announcedOn: null,
      objectionUntil: null,
    });
  });

  it('finds by words and their parts, in subject and text, and by unread, year and kind', async () => {
    await room.test.clock.set('2025-12-31T22:59:59Z');
    const old = await room.deliver('mother', { subject: 'Beitragsbescheinigung', kind: 'certificate' });
    await room.test.clock.set('2025-12-31T23:00:00Z');
    await room.deliver('mother', { ...decision, text: 'Wir zahlen ab dem 3. Dezember für Änderungen.' });
    const found = async (query: string) =>
      (await room.call('mother', 'GET', `me/postbox?${query}`))
        .json()
        .items.map((item: { subject: string }) => item.subject);
    expect(await found('query=krankengeld')).toEqual([decision.subject]);
    expect(await found('query=%C3%A4nderungen%20zahlen')).toEqual([decision.subject]);
    expect(await found('query=bescheinigung')).toEqual(['Beitragsbescheinigung']);
    expect(await found('query=besche')).toHaveLength(2);
    expect(await found('query=Pflegegeld')).toEqual([]);
    expect(await found('year=2025')).toEqual(['Beitragsbescheinigung']); // by the calendar on a German wall
    expect(await found('year=2026')).toEqual([decision.subject]);
    expect(await found('kind=certificate')).toEqual(['Beitragsbescheinigung']);
    await room.call('mother', 'POST', `me/postbox/${old.itemId}/read`);
    expect(await found('unread=true')).toEqual([decision.subject]);
    expect(await found('unread=false')).toHaveLength(2);
  });

  it.each([
    'limit=0',
    'limit=101',
    'limit=x',
    'cursor=no',
    'query=',
    `query=${'x'.repeat(101)}`,
    'unread=maybe',
    'year=1',
    'year=2026.5',
    'kind=spam',
    'colour=red',
  ])('refuses %s', async (query) => {
    expect((await room.call('mother', 'GET', `me/postbox?${query}`)).statusCode).toBe(422);
  });
});

describe('one item', () => {
  it('shows the text, keeps once that it was opened, and is read or not as the member says', async () => {
    const text = '# Ihr Bescheid\n\nGuten Tag.';
    const { itemId } = await room.deliver('mother', { text, pdf: await pdfOf(3) });
    const before = (await room.acts('mother')).length;
    const opened = (await room.call('mother', 'GET', `me/postbox/${itemId}`)).json();
    expect(opened).toMatchObject({ id: itemId, text, pages: 3, isRead: false, isDecision: false });
    await room.call('mother', 'GET', `me/postbox/${itemId}`);
    const read = () => room.call('mother', 'POST', `me/postbox/${itemId}/read`);
    expect([(await read()).statusCode, (await read()).statusCode]).toEqual([204, 204]);
    expect((await room.call('mother', 'GET', `me/postbox/${itemId}`)).json()).toMatchObject({ isRead: true });
    expect((await room.call('mother', 'GET', 'me/postbox/unread')).json()).toEqual({ count: 0 });
    expect((await room.call('mother', 'POST', `me/postbox/${itemId}/unread`)).statusCode).toBe(204);
    expect((await room.call('mother', 'GET', 'me/postbox/unread')).json()).toEqual({ count: 1 });
    expect((await room.acts('mother')).slice(before).map(({ act }) => act)).toEqual([
      'letters.post-opened',
      'letters.post-read',
      'letters.post-unread',
    ]);
  });

  it('is not opened by saying that it is unread: no legal date begins', async () => {
    const { itemId } = await room.deliver('mother', decision);
    const before = (await room.acts('mother')).length;
    expect((await room.call('mother', 'POST', `me/postbox/${itemId}/unread`)).statusCode).toBe(204);
    expect(await room.acts('mother')).toHaveLength(before);
    const listed = async () => (await room.call('mother', 'GET', 'me/postbox')).json().items;
    expect(await listed()).toMatchObject([{ id: itemId, announcedOn: null, objectionUntil: null }]);
    await room.call('mother', 'POST', `me/postbox/${itemId}/read`);
    expect(await listed()).toMatchObject([{ announcedOn: '2026-11-23' }]);
  });

  it('S52 gives the PDF for saving only, byte for byte, and a part of it', async () => {
    const pdf = await pdfOf(2);
    const { itemId } = await room.deliver('mother', { pdf, subject: 'Ihr Bescheid über Psychotherapie' });
    const answer = await room.call('mother', 'GET', `me/postbox/${itemId}/content`);
    expect(answer.statusCode).toBe(200);
    expect(answer.rawPayload.equals(pdf)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
    });
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="Brief vom 23.11.2026.pdf"/);
    const part = await room.call('mother', 'GET', `me/postbox/${itemId}/content`, { headers: { range: 'bytes=0-4' } });
    expect([part.statusCode, part.payload]).toEqual([206, '%PDF-']);
  });

  it('S51 does not give the content of a document that was found infected', async () => {
    const { itemId } = await room.deliver('mother');
    await room.test.database.transaction(async (tx) => {
      await tx.query(`SELECT set_config('app.subject', '*', true)`);
      await tx.query(
        `UPDATE documents.document SET state = 'infected'
        WHERE id = (SELECT document_id FROM letters.postbox_item WHERE id = $1)`,
        [itemId],
      );
    });
    const answer = await room.call('mother', 'GET', `me/postbox/${itemId}/content`);
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'document-not-ready']);
  });

  it('D4 needs the second factor for all but the number of unread items', async () => {
    const { itemId } = await room.deliver('mother', decision);
    const paths = ['', '.zip', `/${itemId}`, `/${itemId}/content`];
    for (const path of paths) {
      const answer = await room.call('mother', 'GET', `me/postbox${path}`, { level: 'basic' });
      expect([path, answer.statusCode, answer.json().code]).toEqual([path, 403, 'second-factor-required']);
    }
    const unread = await room.call('mother', 'GET', 'me/postbox/unread', { level: 'basic' });
    expect(unread.json()).toEqual({ count: 1 });
  });
});

describe('whose post it is', () => {
  it('S33 S36 looks the same for an id of somebody else and one that does not exist: 404', async () => {
    const { itemId } = await room.deliver('stranger', decision);
    const { stranger } = room.ids;
    const own = `me/postbox/${itemId}`;
    const answers = await Promise.all([
      ...[
        own,
        `me/postbox/${newId()}`,
        'me/postbox/x',
        `${stranger}/postbox/${itemId}`,
        `${newId()}/postbox/${itemId}`,
      ].flatMap((path) => [
        room.call('mother', 'GET', path),
        room.call('mother', 'GET', `${path}/content`),
        room.call('mother', 'POST', `${path}/read`),
        room.call('mother', 'POST', `${path}/unread`),
        room.call('mother', 'PUT', `${path}/privacy`, { payload: { isPrivate: true } }),
      ]),
      ...['', '.zip', '/unread'].map((path) => room.call('mother', 'GET', `${stranger}/postbox${path}`)),
    ]);
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([404]));
    expect((await room.call('mother', 'GET', `me/postbox?cursor=${itemId}`)).json().items).toEqual([]);
    expect((await room.acts('stranger')).map(({ act }) => act)).not.toContain('letters.post-opened');
  });

  it('S34 is hidden by the database, too, until a transaction has said whose it may see', async () => {
    await room.deliver('mother');
    const seen = (subject?: string) =>
      room.get(Database).transaction(async (tx) => {
        if (subject !== undefined) await tx.query(`SELECT set_config('app.subject', $1, true)`, [subject]);
        return (await tx.query(`SELECT FROM letters.postbox_item`)).length;
      });
    expect(await seen()).toBe(0);
    expect(await seen(room.ids.stranger)).toBe(0);
    expect(await seen(room.ids.mother)).toBe(1);
  });

  it('E1 shows a child’s post to the parent who acts for it, and the child sees that it was opened', async () => {
    const { itemId } = await room.deliver('son');
    const { son } = room.ids;
    expect((await room.call('mother', 'GET', `${son}/postbox`)).json().items).toHaveLength(1);
    await room.call('mother', 'GET', `${son}/postbox/${itemId}`);
    expect(await room.acts('son')).toContainEqual({
      act: 'letters.post-opened',
      actor: room.accounts.get('mother')?.accountId,
    });
    expect((await room.call('son', 'GET', `me/postbox/${itemId}`)).json()).toMatchObject({ isRead: false });
  });

  it('E3 hides from the parent what a young person keeps private, in lists, counts, ids and the ZIP', async () => {
    const { itemId } = await room.deliver('son', { subject: 'Privates' });
    const { son } = room.ids;
    const byMother = await room.call('mother', 'PUT', `${son}/postbox/${itemId}/privacy`, {
      payload: { isPrivate: true },
    });
    expect([byMother.statusCode, byMother.json().code]).toEqual([403, 'postbox-privacy-own']);
    const bySon = await room.call('son', 'PUT', `me/postbox/${itemId}/privacy`, { payload: { isPrivate: true } });
    expect(bySon.statusCode).toBe(204);
    expect((await room.call('mother', 'GET', `${son}/postbox`)).json().items).toEqual([]);
    expect((await room.call('mother', 'GET', `${son}/postbox?query=privates`)).json().items).toEqual([]);
    expect((await room.call('mother', 'GET', `${son}/postbox/unread`)).json()).toEqual({ count: 0 });
    for (const path of ['', '/content']) {
      expect((await room.call('mother', 'GET', `${son}/postbox/${itemId}${path}`)).statusCode).toBe(404);
    }
    expect((await room.call('mother', 'POST', `${son}/postbox/${itemId}/read`)).statusCode).toBe(404);
    const zip = await room.call('mother', 'GET', `${son}/postbox.zip`);
    expect([zip.statusCode, zip.rawPayload.includes('Privates')]).toEqual([200, false]);
    expect((await room.call('son', 'GET', 'me/postbox')).json().items).toMatchObject([{ isPrivate: true }]);
    await room.call('son', 'PUT', `me/postbox/${itemId}/privacy`, { payload: { isPrivate: false } });
    expect((await room.call('mother', 'GET', `${son}/postbox`)).json().items).toHaveLength(1);
  });

  it('packs everything into one ZIP, one name in one folder each', async () => {
    const pdf = await pdfOf(2);
    await room.deliver('mother', { subject: '../../etc/passwd', pdf });
    await room.deliver('mother', { subject: 'Zweiter Brief' });
    const answer = await room.call('mother', 'GET', 'me/postbox.zip');
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/zip']);
    const directory = answer.rawPayload.toString('latin1').split('PK\u0001\u0002').slice(1);
    const names = directory.map((entry) => /^.{42}(.+?\.pdf)/s.exec(entry)?.[1]);
    expect(names).toEqual(['0001 2026-11-23 Zweiter Brief.pdf', '0002 2026-11-23 etc passwd.pdf']);
    expect(answer.rawPayload.includes(pdf)).toBe(true);
    expect((await room.acts('mother')).map(({ act }) => act)).toContain('letters.post-packed');
  });
});
