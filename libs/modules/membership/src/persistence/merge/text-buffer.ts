const MOST_BYTES_PER_UNIT = 3;

/**
 * Collects many short texts in one piece of memory that is used again and again. Kept as strings until the end of a
 * batch, each would grow old in the heap, and the process with them.
 */
export class TextBuffer {
  private bytes = Buffer.alloc(64 * 1024);
  private used = 0;

  append(text: string): void {
    const needed = this.used + MOST_BYTES_PER_UNIT * text.length;
    if (needed > this.bytes.length) this.grow(needed);
    this.used += this.bytes.write(text, this.used);
  }

  /** Everything collected since the last time. It is overwritten by the next `append`. */
  take(): Buffer {
    const taken = this.bytes.subarray(0, this.used);
    this.used = 0;
    return taken;
  }

  private grow(needed: number): void {
    const larger = Buffer.alloc(2 * needed);
    this.bytes.copy(larger, 0, 0, this.used);
    this.bytes = larger;
  }
}
