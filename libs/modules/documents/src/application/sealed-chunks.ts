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

function sealOne({ fileId, key }: FileKey, index: number, isLast: boolean, content: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index, isLast)).setAAD(Buffer.from(fileId));
  return Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}

function openOne({ fileId, key }: FileKey, index: number, isLast: boolean, sealed: Buffer): Buffer {
  const end = sealed.length - TAG;
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(index, isLast))
    .setAAD(Buffer.from(fileId))
    .setAuthTag(sealed.subarray(end));
  const content = decipher.update(sealed.subarray(0, end));
  decipher.final(); // gives no further bytes, but throws when one was altered
  return content;
}

/** Cuts a stream into blocks of one length; the last one is shorter, or empty when there was nothing at all. */
async function* blocks(
  source: AsyncIterable<Buffer>,
  length: number,
): AsyncGenerator<[block: Buffer, isLast: boolean]> {
  let waiting: Buffer[] = [];
  let bytes = 0;
  for await (const part of source) {
    waiting.push(part);
    bytes += part.length;
    if (bytes <= length) continue;
    const whole = Buffer.concat(waiting);
    let at = 0;
    // The last block is known as such only when the stream has ended: one is always held back.
    for (; bytes - at > length; at += length) yield [whole.subarray(at, at + length), false];
    waiting = [whole.subarray(at)];
    bytes -= at;
  }
  yield [Buffer.concat(waiting), true];
}

export async function* sealChunks(key: FileKey, content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let index = 0;
  for await (const [block, isLast] of blocks(content, CHUNK)) yield sealOne(key, index++, isLast, block);
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
    const part = content.subarray(Math.max(0, range.start - offset), Math.max(0, range.end + 1 - offset));
    if (part.length > 0) yield part;
    index++;
  }
  if (index !== Math.min(wanted, lastChunk) + 1) throw new Error('the stored object was cut off');
}
