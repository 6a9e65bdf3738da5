import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';

const LONGEST = 80;

/**
 * The name of a file in a ZIP, made of words somebody else wrote: letters, figures, blanks and hyphens stay, so that it is one
 * name in one folder on every system, whatever the words were.
 */
export function entryName(words: string, { number, extension }: { number: number; extension: string }): string {
  const kept = words
    .normalize('NFC')
    .replace(/[^\p{L}\p{N} -]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  const short = [...kept].slice(0, LONGEST).join('').trim();
  return `${String(number).padStart(4, '0')} ${short || 'Dokument'}.${extension}`;
}

/** One name in one folder on every system: nothing leads out of where it is unpacked. */
function fault(name: string): boolean {
  return (
    ['\\', ':', '\0'].some((character) => name.includes(character)) ||
    name.split('/').some((part) => ['', '.', '..'].includes(part))
  );
}

/** A ZIP that is made while it is read: one entry is open at a time, however many there are. */
export class ZipArchive {
  private readonly zip = new ZipFile();
  private readonly gone = new AbortController();
  readonly output: Readable;

  constructor() {
    this.output = this.zip.outputStream as unknown as Readable;
    // Its reader gets the error; a fault before anybody reads must not end the process as one that nobody caught.
    this.output.on('error', () => undefined);
    // Whoever read it has left: what still waits to be read must not wait for ever.
    this.output.once('close', () => this.gone.abort());
    this.zip.on('error', (error) => this.fail(error as Error));
  }

  /** Resolves when the content has been read to its end. @throws Error when it breaks, or nobody reads any more */
  async add(
    name: string,
    content: Readable,
    { at, isPacked = false }: { at: Date; isPacked?: boolean },
  ): Promise<void> {
    this.gone.signal.throwIfAborted();
    if (fault(name)) throw new Error(`no name in an archive: ${name}`);
    this.zip.addReadStream(content, name, { mtime: at, compress: !isPacked });
    try {
      await finished(content, { signal: this.gone.signal, writable: false });
    } catch (error) {
      content.destroy();
      throw error;
    }
  }

  end(): void {
    this.zip.end();
  }

  /** What was read so far must not pass for the whole: reading it fails. */
  fail(error: Error): void {
    this.output.destroy(error);
  }
}
