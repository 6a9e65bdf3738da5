import { createCipheriv, createDecipheriv } from 'node:crypto';

const CHUNK = 64 * 1024;
const TAG = 16;

/**
 * Content sealed in chunks of 64 KiB, each with its own AES-256-GCM tag: it streams in both directions and a part can be
 * opened alone. The nonce is the chunk's number with a mark on the last one, so chunks cannot be swapped, left out or cut
 * off; a key seals one file only. The file's id is authenticated, not stored.
 */
export interface FileKey {
  readonly fileId: string;
  readonly key: Buffer;
}

function nonceOf(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(index));
  nonce[8] = isLast ? 1 : 0;
  return nonce;
}

/**
 * Content stays in the parts it came in, from end to end. Joining them would copy every byte once more, and it is the
 * buffers outside V8's heap that make it collect: a busy process then spends more time on that than on the content.
 */
type Parts = readonly Buffer[];

const lengthOf = (parts: Parts): number => parts.reduce((sum, part) => sum + part.length, 0);

function slice(parts: Parts, from: number, to = Infinity): Buffer[] {
  const pieces: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const piece = part.subarray(Math.max(0, from - at), Math.max(0, to - at));
    if (piece.length > 0) pieces.push(piece);
    at += part.length;
  }
  return pieces;
}

function* sealOne({ fileId, key }: FileKey, index: number, isLast: boolean, content: Parts): Generator<Buffer> {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index, isLast)).setAAD(Buffer.from(fileId));
  for (const part of content) yield cipher.update(part);
  cipher.final(); // gives no further bytes
  yield cipher.getAuthTag();
}

function openOne({ fileId, key }: FileKey, index: number, isLast: boolean, sealed: Parts): Buffer[] {
  const end = lengthOf(sealed) - TAG;
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(index, isLast), { authTagLength: TAG })
    .setAAD(Buffer.from(fileId))
    .setAuthTag(Buffer.concat(slice(sealed, end)));
  const content = slice(sealed, 0, end).map((part) => decipher.update(part));
  decipher.final(); // gives no further bytes, but throws when one was altered
  return content;
}

/** Cuts a stream into blocks of one length; the last one is shorter, or empty when there was nothing at all. */
async function* blocks(source: AsyncIterable<Buffer>, length: number): AsyncGenerator<[block: Parts, isLast: boolean]> {
  let waiting: Buffer[] = [];
  let bytes = 0;
  for await (const part of source) {
    waiting.push(part);
    // The last block is known as such only when the stream has ended: one is always held back.
    for (bytes += part.length; bytes > length; bytes -= length) {
      yield [slice(waiting, 0, length), false];
      waiting = slice(waiting, length);
    }
  }
  yield [waiting, true];
}

export async function* sealChunks(key: FileKey, content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let index = 0;
  for await (const [block, isLast] of blocks(content, CHUNK)) yield* sealOne(key, index++, isLast, block);
}

/** Which bytes of the sealed object hold the bytes `start` to `end` (inclusive) of a content of `size` bytes. */
export function sealedRange(size: number, start: number, end: number): { start: number; end: number } {
  const chunks = Math.max(1, Math.ceil(size / CHUNK));
  const last = Math.min(chunks - 1, Math.floor(end / CHUNK));
  const sealedSize = size + chunks * TAG;
  return {
    start: Math.floor(start / CHUNK) * (CHUNK + TAG),
    end: Math.min(sealedSize, (last + 1) * (CHUNK + TAG)) - 1,
  };
}

/**
 * Opens what `sealedRange` named.
 * @throws Error when a byte was altered or the object was cut off
 */
export async function* openChunks(
  key: FileKey,
  size: number,
  range: { start: number; end: number },
  sealed: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  const lastChunk = Math.max(1, Math.ceil(size / CHUNK)) - 1;
  const wanted = Math.floor(Math.max(range.end, 0) / CHUNK);
  let index = Math.floor(range.start / CHUNK);
  for await (const [block] of blocks(sealed, CHUNK + TAG)) {
    const content = openOne(key, index, index === lastChunk, block);
    const offset = index * CHUNK;
    yield* slice(content, range.start - offset, range.end + 1 - offset);
    index++;
  }
  if (index !== Math.min(wanted, lastChunk) + 1) throw new Error('the stored object was cut off');
}
