import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type Acting } from '@of/platform';
import { ObjectStore, onePage, type StoreFault } from '@of/testing/files';
import { S3FileStore } from './adapters/s3-file-store';
import { FileMissing } from './application/ports/file-store';
import { documentsRoom, ToldScanner } from './documents-room.fixture';

const MIB = 2 ** 20;
let objects: ObjectStore;
const room = documentsRoom(async () => {
  objects = await ObjectStore.start();
  return new S3FileStore(objects.settings);
});
afterEach(() => (objects.fault = 'none'));
afterAll(() => objects.stop());

/** Bytes as a socket hands them over. */
async function* parts(content: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += 65_536) yield content.subarray(at, at + 65_536);
}

async function stored(): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of room.store.list()) keys.push(key);
  return keys.sort();
}

const known = async (): Promise<string[]> =>
  (await room.test.query<{ id: string }>(`SELECT id FROM documents.stored_file ORDER BY id`)).map(({ id }) => id);

/** Everything that was acknowledged, as it can be read. */
async function kept(id: string): Promise<Buffer> {
  const pieces = await room.uploads.pieces(id);
  return Buffer.concat(await Promise.all(pieces.map((piece) => buffer(room.files.read(piece)))));
}

const received = async (acting: Acting, id: string) => (await room.uploads.find(acting.accountId, id))?.received;

describe('a store in which things go wrong', () => {
  it.each<[StoreFault, number]>([
    ['slow', 20],
    ['reset', 8],
    ['full', 8],
  ])('R12 %s: what was acknowledged is kept, the rest goes on from there', async (fault, mebibytes) => {
    const acting = room.acting();
    const content = randomBytes(20 * MIB);
    const id = await room.started(acting, content.length);
    await room.receive.execute(id, 0, parts(content.subarray(0, 8 * MIB)), null);
    objects.fault = fault;
    const second = room.receive.execute(id, 8 * MIB, parts(content.subarray(8 * MIB)), null);
    if (mebibytes === 20) expect(await second).toBe(20 * MIB);
    else await expect(second).rejects.toMatchObject({ code: 'service-unavailable', retryAfterSeconds: 10 });
    objects.fault = 'none';
    expect(await received(acting, id)).toBe(mebibytes * MIB);
    expect((await kept(id)).equals(content.subarray(0, mebibytes * MIB))).toBe(true);
    await room.receive.execute(id, mebibytes * MIB, parts(content.subarray(mebibytes * MIB)), null);
    expect((await kept(id)).equals(content)).toBe(true);
  });

  it('R12 a line that breaks while a document is read shows as a fault, never as a shorter document', async () => {
    const acting = room.acting();
    const content = randomBytes(2 * MIB);
    const { documentId } = await room.file(acting, [await room.accepted(acting, content, 'image/jpeg')]);
    await room.scannedBy(new ToldScanner()).scan.execute(documentId);
    const open = () => room.openDocument.execute({ subject: acting.insuredId, documentId });
    const { stream } = await open();
    objects.fault = 'reset';
    await expect(buffer(stream)).rejects.toThrow();
    objects.fault = 'none';
    expect((await buffer((await open()).stream)).equals(content)).toBe(true);
  });

  it('R12 while it is full nothing leaves quarantine; afterwards everything does', async () => {
    const acting = room.acting();
    const uploads = [
      await room.accepted(acting, onePage(), 'application/pdf'),
      await room.accepted(acting, onePage(), 'application/pdf'),
    ];
    const { documentId } = await room.file(acting, uploads);
    const { scan, scanDue } = room.scannedBy(new ToldScanner());
    objects.fault = 'full';
    await scan.execute(documentId);
    expect((await room.states.read([documentId])).get(documentId)).toBe('checking');
    objects.fault = 'none';
    await room.test.clock.advance('11 seconds');
    await scanDue.execute();
    expect((await room.states.read([documentId])).get(documentId)).toBe('clean');
  });

  it('R12 while lines break documents wait, however often they are tried; afterwards they are scanned', async () => {
    const acting = room.acting();
    const { documentId } = await room.file(acting, [await room.accepted(acting, randomBytes(MIB), 'image/jpeg')]);
    const reading = new ToldScanner();
    reading.answer = async (open) => {
      await buffer(await open());
      return { outcome: 'clean' };
    };
    const { scanDue } = room.scannedBy(reading);
    objects.fault = 'reset';
    for (let round = 1; round <= 4; round++) {
      await scanDue.execute();
      expect((await room.states.read([documentId])).get(documentId)).toBe('checking');
      await room.test.clock.advance('11 seconds');
    }
    objects.fault = 'none';
    await scanDue.execute();
    expect((await room.states.read([documentId])).get(documentId)).toBe('clean');
  });

  it('R12 leaves no orphan after the janitor, and nobody else’s objects touched', async () => {
    const acting = room.acting();
    const content = randomBytes(MIB);
    const id = await room.started(acting, content.length);
    await room.receive.execute(id, 0, parts(content), null);
    // Written, and then there was no row: somebody else had gone on meanwhile.
    await expect(room.receive.execute(id, 0, parts(content), null)).rejects.toMatchObject({
      code: 'upload-offset-mismatch',
    });
    await room.store.write('somebody-elses.txt', Readable.from([Buffer.from('mine')]));
    const strays = async () => (await stored()).length - (await known()).length;
    expect(await strays()).toBeGreaterThanOrEqual(2);
    const before = await stored();
    await room.sweep.execute();
    expect(await stored()).toEqual(before);
    await room.sweepLater.execute();
    expect(await stored()).toEqual([...(await known()), 'somebody-elses.txt'].sort());
    expect((await kept(id)).equals(content)).toBe(true);
  });

  it('S49 what nobody finishes is gone after a day, what nobody sends after a week', async () => {
    const acting = room.acting();
    const half = await room.started(acting, 2 * MIB);
    await room.receive.execute(half, 0, parts(randomBytes(MIB)), null);
    const finished = await room.accepted(acting, onePage(), 'application/pdf');
    const open = async () => (await room.uploads.listOpen(acting.accountId)).map(({ id }) => id);
    await room.test.clock.advance('23 hours');
    expect((await open()).sort()).toEqual([half, finished].sort());
    await room.test.clock.advance('2 hours');
    expect(await open()).toEqual([finished]);
    expect(await room.uploads.find(acting.accountId, half)).toBeNull();
    await room.test.clock.advance('6 days');
    expect(await open()).toEqual([]);
    await expect(room.file(acting, [finished])).rejects.toMatchObject({
      fieldErrors: [expect.objectContaining({ code: 'upload-unknown' })],
    });
    await room.sweepLater.execute();
    const rest = await room.test.query(`SELECT id FROM documents.upload WHERE id = ANY($1)`, [[half, finished]]);
    expect(rest).toEqual([]);
    expect((await stored()).filter((key) => key !== 'somebody-elses.txt')).toEqual(await known());
  });

  it('says plainly that an object is missing', async () => {
    await expect(room.store.read('00000000-0000-4000-8000-000000000000')).rejects.toBeInstanceOf(FileMissing);
  });
});
