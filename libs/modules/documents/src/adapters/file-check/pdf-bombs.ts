import { constants, inflateSync } from 'node:zlib';
import { Refused } from './refused';

const STREAM = Buffer.from('stream');
const MAX_LAYERS = 3;

/**
 * Unpacks every packed stream of a PDF once, up to a limit for all of them together, before anything parses it (S50). What
 * is packed several times is unpacked in layers. @throws Refused `file-too-complex`
 */
export function refuseBombs(file: Buffer, limit: number): void {
  let left = limit;
  for (let at = file.indexOf(STREAM); at >= 0; at = file.indexOf(STREAM, at + STREAM.length)) {
    let start = at + STREAM.length;
    if (file[start] === 13) start++;
    if (file[start] !== 10) continue;
    left -= inflatedSize(file.subarray(start + 1), left, MAX_LAYERS);
  }
}

function isPacked(content: Buffer): boolean {
  // Header of zlib: method 8, and a checksum over both bytes.
  return content.length > 2 && ((content[0] as number) & 15) === 8 && content.readUInt16BE(0) % 31 === 0;
}

function inflatedSize(content: Buffer, left: number, layers: number): number {
  if (!isPacked(content)) return 0;
  if (layers === 0) throw new Refused('file-too-complex');
  try {
    const inner = inflateSync(content, { maxOutputLength: Math.max(1, left), finishFlush: constants.Z_SYNC_FLUSH });
    return inner.length + inflatedSize(inner, left - inner.length, layers - 1);
  } catch (error) {
    if (error instanceof Refused) throw error;
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new Refused('file-too-complex');
    return 0; // no zlib after all; whether the file is whole is for the parser to say
  }
}
