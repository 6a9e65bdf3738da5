import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams';
import type { PoolClient } from 'pg';

const CHUNK = 64 * 1024;

/** One running COPY … FROM STDIN. Waits when the server is slower than the sender, so memory stays flat. */
export class CopyTarget {
  private readonly stream: CopyStreamQuery;
  private pending = '';
  private failure: Error | undefined;

  constructor(client: PoolClient, sql: string) {
    this.stream = client.query(copyFrom(sql));
    this.stream.on('error', (error: Error) => (this.failure ??= error));
  }

  /** @returns a promise only when the caller has to wait */
  write(text: string): Promise<void> | undefined {
    this.pending += text;
    return this.pending.length < CHUNK ? undefined : this.flush();
  }

  /** @param bytes must stay as they are until `end` has come back */
  async send(bytes: Buffer): Promise<void> {
    if (this.failure) throw this.failure;
    if (!this.stream.write(bytes)) await once(this.stream, 'drain');
  }

  async end(): Promise<void> {
    await this.flush();
    const done = finished(this.stream);
    this.stream.end();
    await done;
  }

  private async flush(): Promise<void> {
    const text = this.pending;
    this.pending = '';
    await this.send(Buffer.from(text));
  }
}
