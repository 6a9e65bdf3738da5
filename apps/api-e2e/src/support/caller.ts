import { type RunningHouse } from '@of/testing';
import { request, type IncomingHttpHeaders } from 'node:http';
import { assertEveryAnswer } from './every-answer';

export interface Answer {
  method: string;
  path: string;
  status: number;
  headers: IncomingHttpHeaders;
  setCookies: string[];
  text: string;
  /** Parsed JSON; an empty object where there is none. */
  body: Record<string, unknown> & { code?: string; errors?: { pointer: string; code: string; rule?: string }[] };
}

export interface CallOptions {
  headers?: Record<string, string>;
  /** Bytes to send as they are instead of a JSON body. */
  raw?: string | Buffer;
}

let addresses = 0;

/** A new address of 127/8: each counts as an address of its own for limits. */
export function newAddress(): string {
  addresses += 1;
  return `127.${10 + (process.pid % 100)}.${addresses >> 8}.${addresses & 255 || 1}`;
}

/** One browser or program: keeps cookies and comes from an address of its own. Every answer is checked for what holds for all. */
export class Caller {
  readonly cookies = new Map<string, string>();

  constructor(
    private readonly house: RunningHouse,
    readonly address = newAddress(),
    private readonly language = 'de',
    private readonly listener: 'portal' | 'companion' = 'portal',
  ) {}

  /** A member's phone: calls the companion's own listener. */
  static companion(house: RunningHouse, address = newAddress()): Caller {
    return new Caller(house, address, 'de', 'companion');
  }

  get = (path: string, options?: CallOptions) => this.call('GET', path, undefined, options);
  post = (path: string, body?: unknown, options?: CallOptions) => this.call('POST', path, body, options);
  put = (path: string, body?: unknown, options?: CallOptions) => this.call('PUT', path, body, options);
  delete = (path: string, options?: CallOptions) => this.call('DELETE', path, undefined, options);

  async call(method: string, path: string, body?: unknown, options: CallOptions = {}): Promise<Answer> {
    const payload = options.raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const answer = await this.send(method, path, payload, {
      'accept-language': this.language,
      ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
      ...(this.cookies.size === 0
        ? {}
        : { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }),
      ...options.headers,
    });
    for (const line of answer.setCookies) this.keep(line);
    assertEveryAnswer(answer);
    return answer;
  }

  private send(
    method: string,
    path: string,
    payload: string | Buffer | undefined,
    headers: Record<string, string>,
  ): Promise<Answer> {
    return new Promise((done, fail) => {
      const target = {
        host: '127.0.0.1',
        port: this.listener === 'portal' ? this.house.port : this.house.companionPort,
        localAddress: this.address,
        method,
        path,
        agent: false as const,
      };
      const length = payload === undefined ? {} : { 'content-length': String(Buffer.byteLength(payload)) };
      const call = request({ ...target, headers: { ...length, ...headers } }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', fail);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          const setCookies = response.headers['set-cookie'] ?? [];
          done({
            method,
            path,
            status: response.statusCode ?? 0,
            headers: response.headers,
            setCookies,
            text,
            body: parse(text),
          });
        });
      });
      call.on('error', fail);
      call.end(payload);
    });
  }

  private keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    const isGone = attributes.some((attribute) => /^(max-age=0|expires=thu, 01 jan 1970)/i.test(attribute));
    if (isGone) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

function parse(text: string): Answer['body'] {
  try {
    const value: unknown = JSON.parse(text);
    return (typeof value === 'object' && value !== null ? value : {}) as Answer['body'];
  } catch {
    return {};
  }
}
