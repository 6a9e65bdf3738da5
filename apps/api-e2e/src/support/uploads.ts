import { connect } from 'node:net';
import { once } from 'node:events';
import type { RunningHouse } from '@of/testing';
import type { Answer, Caller } from './caller';

const TUS = { 'tus-resumable': '1.0.0' };

/** A browser that uploads by tus 1.0, one call at a time. */
export class Uploader {
  constructor(private readonly caller: Caller) {}

  start(size: number, name = 'Rechnung.pdf'): Promise<Answer> {
    const filename = Buffer.from(name).toString('base64');
    return this.caller.call('POST', '/api/v1/uploads', undefined, {
      headers: {
        ...TUS,
        'upload-length': String(size),
        ...(name ? { 'upload-metadata': `filename ${filename}` } : {}),
      },
    });
  }

  /** Address of a new upload. */
  async location(size: number, name?: string): Promise<string> {
    const started = await this.start(size, name);
    if (started.status !== 201) throw new Error(`start: ${started.status} ${started.text}`);
    return String(started.headers['location']);
  }

  send(path: string, offset: number, bytes: Buffer, headers: Record<string, string> = {}): Promise<Answer> {
    return this.caller.call('PATCH', path, undefined, {
      raw: bytes,
      headers: {
        ...TUS,
        'upload-offset': String(offset),
        'content-type': 'application/offset+octet-stream',
        ...headers,
      },
    });
  }

  async offset(path: string): Promise<number> {
    const { status, headers } = await this.head(path);
    if (status !== 200) throw new Error(`HEAD: ${status}`);
    return Number(headers['upload-offset']);
  }

  head = (path: string): Promise<Answer> => this.caller.call('HEAD', path, undefined, { headers: TUS });
  drop = (path: string): Promise<Answer> => this.caller.call('DELETE', path, undefined, { headers: TUS });
  state = (path: string): Promise<Answer> => this.caller.get(path);

  /** Starts, sends everything at once and gives the last answer. */
  async whole(content: Buffer, name?: string): Promise<Answer & { location: string }> {
    const location = await this.location(content.length, name);
    return { ...(await this.send(location, 0, content)), location };
  }

  /** Sends some bytes of a longer body and hangs up. */
  async breakOff(house: RunningHouse, path: string, bytes: Buffer, announced: number): Promise<void> {
    const socket = connect(house.port, '127.0.0.1');
    await once(socket, 'connect');
    const cookie = [...this.caller.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    socket.write(
      `PATCH ${path} HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n` +
        `Content-Type: application/offset+octet-stream\r\nContent-Length: ${announced}\r\n\r\n`,
    );
    await new Promise<void>((done) => socket.write(bytes, () => done()));
    // Half closed: the peer reads what is on its way before it sees the end.
    socket.resume().end();
    await once(socket, 'close');
  }
}
