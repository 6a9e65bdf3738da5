import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { openChunks, sealChunks, sealedRange, type FileKey } from './sealed-chunks';

const CHUNK = 64 * 1024;
const key: FileKey = { fileId: 'a', key: randomBytes(32) };
/** As a socket or a disk hands it out: in parts, whose ends fall anywhere. */
function* inParts(content: Buffer, length: number): Generator<Buffer> {
  for (let at = 0; at < content.length; at += length) yield content.subarray(at, at + length);
}
const source = (content: Buffer, length = Infinity): AsyncIterable<Buffer> =>
  Readable.from(inParts(content, length), { objectMode: false });
const seal = (content: Buffer): Promise<Buffer> => buffer(Readable.from(sealChunks(key, source(content))));

function open(sealed: Buffer, size: number, start = 0, end = Math.max(0, size - 1), by = key): Promise<Buffer> {
  const part = sealedRange(size, start, end);
  const bytes = sealed.subarray(part.start, part.end + 1);
  return buffer(Readable.from(openChunks(by, size, { start, end }, source(bytes))));
}

describe('sealed chunks', () => {
  it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 200_001])('S57 gives %d bytes back', async (size) => {
    const content = randomBytes(size);
    const sealed = await seal(content);
    expect(sealed.length).toBe(size + 16 * Math.max(1, Math.ceil(size / CHUNK)));
    expect(await open(sealed, size)).toEqual(content);
    if (size > 16) expect(sealed.includes(content.subarray(0, 16))).toBe(false);
  });

  it.each([13, 1_000, CHUNK - 1, CHUNK + 1, CHUNK + 8, 2 * CHUNK + 3])(
    'S57 seals and opens the same however it arrives: in parts of %d bytes',
    async (length) => {
      const content = randomBytes(2 * CHUNK + 100);
      const sealed = await seal(content);
      expect((await buffer(sealChunks(key, source(content, length)))).equals(sealed)).toBe(true);
      const range = { start: CHUNK - 5, end: 2 * CHUNK + 5 };
      const opened = await buffer(openChunks(key, content.length, range, source(sealed, length)));
      expect(opened.equals(content.subarray(range.start, range.end + 1))).toBe(true);
    },
  );

  it.each([
    [0, 0],
    [CHUNK - 1, CHUNK],
    [CHUNK, 2 * CHUNK - 1],
    [100_000, 150_000],
    [200_000, 200_000],
  ])('opens a part alone: %d to %d', async (start, end) => {
    const content = randomBytes(200_001);
    expect(await open(await seal(content), content.length, start, end)).toEqual(content.subarray(start, end + 1));
  });

  it('S57 notices every change: a bit, another order, a cut, another file, another key', async () => {
    const size = 3 * CHUNK;
    const sealed = await seal(randomBytes(size));
    const step = CHUNK + 16;
    const bent = Buffer.from(sealed);
    bent[70_000] = (bent[70_000] as number) ^ 1;
    const swapped = Buffer.concat([
      sealed.subarray(step, 2 * step),
      sealed.subarray(0, step),
      sealed.subarray(2 * step),
    ]);
    await expect(open(bent, size)).rejects.toThrow();
    await expect(open(swapped, size)).rejects.toThrow();
    await expect(open(sealed.subarray(0, 2 * step), size)).rejects.toThrow('cut off');
    const nothing = await seal(Buffer.alloc(0));
    await expect(open(nothing.subarray(4), 0)).rejects.toThrow(); // a shorter tag is easier to guess
    // Somebody who also knows the size is caught by the mark on the last chunk.
    await expect(open(sealed.subarray(0, 2 * step), 2 * CHUNK)).rejects.toThrow();
    await expect(open(sealed, size, 0, size - 1, { ...key, fileId: 'b' })).rejects.toThrow();
    await expect(open(sealed, size, 0, size - 1, { ...key, key: randomBytes(32) })).rejects.toThrow();
  });
});
