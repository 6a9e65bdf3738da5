import { isUtf8 } from 'node:buffer';

/** Far above any real line; keeps a file without line breaks from filling the memory. */
const LONGEST_LINE = 1024 * 1024;
const NEWLINE = 0x0a;

export interface Line {
  /** Counted from 1, blank lines included, as an editor shows it. */
  readonly number: number;
  /** Null where the line cannot be read as text; `fault` says why. */
  readonly text: string | null;
  readonly fault?: 'line-too-long' | 'not-utf8';
}

/** Cuts a stream of bytes into lines without ever holding more than one line and one chunk. */
export class LineSplitter {
  private number = 0;
  private rest: Buffer[] = [];
  private restLength = 0;

  push(chunk: Buffer): Line[] {
    const lines: Line[] = [];
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      this.keep(chunk.subarray(start, end));
      this.take(lines);
      start = end + 1;
    }
    // A copy: the reader may hand out the same memory again.
    if (start < chunk.length) this.keep(Buffer.from(chunk.subarray(start)));
    return lines;
  }

  /** The last line, where the file does not end in a line break. */
  end(): Line[] {
    const lines: Line[] = [];
    if (this.restLength > 0) this.take(lines);
    return lines;
  }

  private keep(part: Buffer): void {
    this.restLength += part.length;
    if (this.restLength <= LONGEST_LINE) this.rest.push(part);
    else this.rest = [];
  }

  private take(lines: Line[]): void {
    const number = ++this.number;
    const bytes = this.rest.length === 1 ? (this.rest[0] as Buffer) : Buffer.concat(this.rest);
    const isTooLong = this.restLength > LONGEST_LINE;
    this.rest = [];
    this.restLength = 0;
    if (isTooLong) return void lines.push({ number, text: null, fault: 'line-too-long' });
    if (!isUtf8(bytes)) return void lines.push({ number, text: null, fault: 'not-utf8' });
    // Some tools put a byte order mark at the start of the file.
    const text = bytes.toString('utf8').replace(/^\ufeff/, '');
    if (text.trim() !== '') lines.push({ number, text });
  }
}
