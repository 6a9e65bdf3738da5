import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { PDFDocument } from '@cantoo/pdf-lib';
import { newId } from '@of/kernel';
import { Clamd, infectedPdf, jpeg, onePage, png } from '@of/testing/files';
import { ClamdScanner } from './adapters/clamd-scanner';
import { ScannerAway } from './application/ports/virus-scanner';
import { documentsRoom, ToldScanner } from './documents-room.fixture';

const room = documentsRoom();

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: { code: string; fieldErrors?: { code: string }[]; params?: { reason?: string } }) =>
      error.fieldErrors?.[0]?.code ?? error.params?.reason ?? error.code,
  );
const open = (subject: string, documentId: string) => room.openDocument.execute({ subject, documentId });
const stateOf = async (id: string) => (await room.states.read([id])).get(id);
const objects = (): string[] =>
  readdirSync(join(room.test.config.DATA_DIR, 'documents'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.includes('-'),
  );

describe('a document from uploads', () => {
  it('S51 S52 is opened only when clean, and only for its person', async () => {
    const acting = room.acting();
    const content = onePage();
    const { documentId, pages, pageCount } = await room.file(acting, [
      await room.accepted(acting, content, 'application/pdf'),
    ]);
    expect([pages.length, pageCount, pages[0]?.mediaType]).toEqual([1, 1, 'application/pdf']);
    expect(await stateOf(documentId)).toBe('checking');
    expect(await codeOf(open(acting.insuredId, documentId))).toBe('document-being-checked');
    await room.scannedBy(new ToldScanner()).scan.execute(documentId);
    expect(await stateOf(documentId)).toBe('clean');
    const opened = await open(acting.insuredId, documentId);
    expect(opened).toMatchObject({ size: content.length, mediaType: 'application/pdf', fileName: 'Rechnung.pdf' });
    expect(await buffer(opened.stream)).toEqual(content);
    expect(await buffer(opened.part({ start: 5, end: 9 }))).toEqual(content.subarray(5, 10));
    expect(await codeOf(open(newId(), documentId))).toBe('not-found');
    expect(await codeOf(open(acting.insuredId, newId()))).toBe('not-found');
  });

  it('several pages become one PDF in the order chosen; each keeps its hash', async () => {
    const acting = room.acting();
    const wide = await room.accepted(acting, await jpeg(400, 200), 'image/jpeg');
    const paper = await room.accepted(acting, onePage(), 'application/pdf');
    const tall = await room.accepted(acting, await png(100, 300), 'image/png');
    const { documentId, pages } = await room.file(acting, [tall, paper, wide]);
    expect(pages.map(({ position, mediaType }) => [position, mediaType])).toEqual([
      [1, 'image/png'],
      [2, 'application/pdf'],
      [3, 'image/jpeg'],
    ]);
    await room.scannedBy(new ToldScanner()).scan.execute(documentId);
    const bound = await PDFDocument.load(await buffer((await open(acting.insuredId, documentId)).stream));
    expect(bound.getPages().map((page) => page.getWidth() > page.getHeight())).toEqual([false, false, true]);
  });

  it('refuses uploads that are strange, unfinished, used or named twice', async () => {
    const [mine, theirs] = [room.acting(), room.acting()];
    const upload = await room.accepted(mine, onePage(), 'application/pdf');
    expect(await codeOf(room.file(theirs, [upload]))).toBe('upload-unknown');
    expect(await codeOf(room.file(mine, []))).toBe('required');
    expect(await codeOf(room.file(mine, [upload, upload]))).toBe('upload-used');
    const many = await room.accepted(mine, onePage(), 'application/pdf', 50);
    expect(await codeOf(room.file(mine, [upload, many]))).toBe('too-many-pages');
    await room.file(mine, [upload]);
    expect(await codeOf(room.file(mine, [upload]))).toBe('upload-used');
    await room.test.query(`UPDATE documents.upload SET cleaned_bytes = 105000000 WHERE id = $1`, [many]);
    expect(await codeOf(room.file(mine, [many]))).toBe('case-too-large');
    await room.test.query(`UPDATE documents.upload SET state = 'checking' WHERE id = $1`, [many]);
    expect(await codeOf(room.file(mine, [many]))).toBe('upload-unfinished');
  });

  it('S34 the database itself hides documents until somebody says whose they are', async () => {
    const acting = room.acting();
    const { documentId } = await room.file(acting, [await room.accepted(acting, onePage(), 'application/pdf')]);
    const count = (subject?: string) =>
      room.database.transaction(async (tx) => {
        if (subject) await room.documents.showPerson(tx, subject);
        const sql = `SELECT (SELECT count(*) FROM documents.document WHERE id = $1)::int AS documents,
                            (SELECT count(*) FROM documents.page WHERE document_id = $1)::int AS pages`;
        return (await tx.query(sql, [documentId]))[0];
      });
    expect(await count()).toEqual({ documents: 0, pages: 0 });
    expect(await count(newId())).toEqual({ documents: 0, pages: 0 });
    expect(await count(acting.insuredId)).toEqual({ documents: 1, pages: 1 });
  });

  it('stores what we made ourselves: sealed, clean at once', async () => {
    const subject = newId();
    const content = Buffer.from('Bescheinigung');
    const written = await room.storeDocument.write([content]);
    const { documentId } = written;
    await room.database.transaction((tx) =>
      room.storeDocument.insert(tx, written, { subject, title: 'Bescheinigung', mediaType: 'application/pdf' }),
    );
    expect(await buffer((await open(subject, documentId)).stream)).toEqual(content);
  });
});

describe('the scanner', () => {
  let clamd: Clamd;
  beforeAll(async () => {
    clamd = await Clamd.start();
  });
  afterAll(() => clamd?.stop());

  const filed = async (content: Buffer) => {
    const acting = room.acting();
    const { documentId } = await room.file(acting, [await room.accepted(acting, content, 'application/pdf')]);
    return { documentId, subject: acting.insuredId };
  };

  it('S51 finds EICAR in a PDF and lets a clean one pass', async () => {
    const { scan } = room.scannedBy(new ClamdScanner(clamd.url));
    const [infected, clean] = [await filed(infectedPdf()), await filed(onePage())];
    await scan.execute(infected.documentId);
    await scan.execute(clean.documentId);
    expect(await stateOf(infected.documentId)).toBe('infected');
    expect(await codeOf(open(infected.subject, infected.documentId))).toBe('document-infected');
    expect(await stateOf(clean.documentId)).toBe('clean');
  });

  it('S51 R12 frozen, dead or talking nonsense: nothing is served, all is scanned after its return', async () => {
    const quick = room.scannedBy(new ClamdScanner(clamd.url, 300));
    const { documentId, subject } = await filed(onePage());
    clamd.freeze();
    await quick.scan.execute(documentId);
    expect(await codeOf(open(subject, documentId))).toBe('document-being-checked');
    clamd.thaw();
    await clamd.kill();
    await room.test.clock.advance('11 seconds');
    await quick.scanDue.execute();
    expect(await stateOf(documentId)).toBe('checking');
    const garbage = new ToldScanner();
    garbage.answer = () => Promise.reject(new ScannerAway('an answer that is none'));
    await room.test.clock.advance('11 seconds');
    await room.scannedBy(garbage).scanDue.execute();
    expect(await stateOf(documentId)).toBe('checking');
    await clamd.run();
    await room.test.clock.advance('11 seconds');
    await room.scannedBy(new ClamdScanner(clamd.url)).scanDue.execute();
    expect(await stateOf(documentId)).toBe('clean');
  });

  it('R12 a scanner that is away is not asked for every document; after its return all are scanned', async () => {
    const documents: string[] = [];
    for (let number = 1; number <= 6; number++) documents.push((await filed(onePage())).documentId);
    const scanner = new ToldScanner();
    let asked = 0;
    scanner.answer = () => {
      asked++;
      return Promise.reject(new ScannerAway('no answer in time'));
    };
    const { scanDue } = room.scannedBy(scanner);
    await scanDue.execute();
    // As many as are scanned at once.
    expect(asked).toBe(4);
    scanner.answer = async () => ({ outcome: 'clean' });
    await room.test.clock.advance('11 seconds');
    await scanDue.execute();
    const states = await room.states.read(documents);
    expect(documents.map((id) => states.get(id))).toEqual(Array(6).fill('clean'));
  });

  it('S51 what it cannot judge three times has failed, and is never served', async () => {
    const unable = new ToldScanner();
    unable.answer = async () => ({ outcome: 'failed', reason: 'INSTREAM size limit exceeded. ERROR' });
    const { scan } = room.scannedBy(unable);
    const { documentId, subject } = await filed(onePage());
    for (const expected of ['checking', 'checking', 'failed']) {
      await scan.execute(documentId);
      expect(await stateOf(documentId)).toBe(expected);
      await room.test.clock.advance('11 seconds');
    }
    expect(await codeOf(open(subject, documentId))).toBe('document-unusable');
  });

  it('R11 never clears a document whose bytes are gone or altered', async () => {
    const { documentId } = await filed(onePage());
    rmSync(join(room.test.config.DATA_DIR, 'documents'), { recursive: true });
    await room.scannedBy(new ClamdScanner(clamd.url)).scan.execute(documentId);
    expect(await stateOf(documentId)).toBe('checking');
  });
});

describe('the janitor', () => {
  it('removes what nobody used or knows, and nothing else', async () => {
    const acting = room.acting();
    const kept = await room.file(acting, [await room.accepted(acting, onePage(), 'application/pdf')]);
    await room.accepted(acting, onePage(), 'application/pdf');
    const orphan = await room.files.write(
      (async function* () {
        yield randomBytes(10);
      })(),
    );
    expect(objects()).toHaveLength(3);
    await room.sweep.execute();
    expect(objects()).toHaveLength(3);
    const old = new Date(Date.now() - 2 * 3_600_000);
    utimesSync(join(room.test.config.DATA_DIR, 'documents', orphan.id.slice(0, 2), orphan.id), old, old);
    await room.test.clock.advance('8 days');
    await room.sweep.execute();
    expect(objects()).toHaveLength(1);
    await room.scannedBy(new ToldScanner()).scan.execute(kept.documentId);
    expect(await buffer((await open(acting.insuredId, kept.documentId)).stream)).toEqual(onePage());
  });
});
