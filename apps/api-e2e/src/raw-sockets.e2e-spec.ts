import { type RunningHouse } from '@of/testing';
import { connect } from 'node:net';
import { startHouse } from './support/running-house';

let house: RunningHouse;
beforeAll(async () => {
  house = await startHouse({ hasClock: false });
});
afterAll(() => house?.stop());

/** Sends bytes as they are; gives everything that comes back until the connection closes or is quiet. */
function send(bytes: string | Buffer, quietMs = 400): Promise<string> {
  return new Promise((done) => {
    const socket = connect(house.port, '127.0.0.1');
    let answer = '';
    let timer = setTimeout(() => socket.destroy(), 4_000);
    socket.on('connect', () => socket.write(bytes));
    socket.on('data', (data) => {
      answer += data.toString('latin1');
      clearTimeout(timer);
      timer = setTimeout(() => socket.destroy(), quietMs);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      done(answer);
    });
  });
}
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
const head = (line: string, ...headers: string[]) => [line, 'Host: localhost', ...headers, '', ''].join('\r\n');
const login = 'POST /api/v1/session HTTP/1.1';
const json = 'Content-Type: application/json';

describe('bytes that are no proper request', () => {
  it.each<[string, string | Buffer]>([
    ['noise', 'hello there\r\n\r\n'],
    ['binary noise', Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03])],
    ['HTTP/2 preface', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['HTTP/9.9', head('GET /health/live HTTP/9.9')],
    ['an unknown method', head('HACK /health/live HTTP/1.1')],
    ['no host', 'GET /health/live HTTP/1.1\r\n\r\n'],
    ['a blank in the header name', head('GET /health/live HTTP/1.1', 'X Bad: 1')],
    ['a NUL in a header', head('GET /health/live HTTP/1.1', 'X-Bad: a\u0000b')],
    ['a length that is no number', head(login, json, 'Content-Length: abc') + '{}'],
    ['a negative length', head(login, json, 'Content-Length: -1') + '{}'],
    ['two lengths', head(login, json, 'Content-Length: 2', 'Content-Length: 4') + '{}'],
    ['length and chunks', head(login, json, 'Content-Length: 2', 'Transfer-Encoding: chunked') + '0\r\n\r\n'],
    ['a chunk size that is none', head(login, json, 'Transfer-Encoding: chunked') + 'zz\r\n{}\r\n0\r\n\r\n'],
    ['an unknown transfer encoding', head(login, json, 'Transfer-Encoding: xchunked') + '{}'],
    ['chunked twice', head(login, json, 'Transfer-Encoding: chunked, chunked') + '2\r\n{}\r\n0\r\n\r\n'],
    ['20 KB of headers', head('GET /health/live HTTP/1.1', `X-Long: ${'a'.repeat(20_000)}`)],
    ['a broken escape', head('GET /api/v1/%zz HTTP/1.1')],
    ['an overlong slash', head('GET /api/v1/%c0%af HTTP/1.1')],
    ['a path of 15 KB', head(`GET /api/v1/${'a'.repeat(15_000)} HTTP/1.1`)],
    ['a NUL in the path', head('GET /api/v1/legal-documents/terms/%00 HTTP/1.1')],
    ['a lone surrogate in the path', head('GET /api/v1/legal-documents/terms/%ed%a0%80 HTTP/1.1')],
    [
      'bytes that are no UTF-8',
      Buffer.concat([
        Buffer.from(head(login, json, 'Content-Length: 16')),
        Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20]),
      ]),
    ],
  ])('S44 %s: 4xx as a problem', async (_, bytes) => {
    const answer = await send(bytes);
    const status = statusOf(answer);
    expect({ status, isRefusal: status >= 400 && status < 500 }).toMatchObject({ isRefusal: true });
    expect(answer).toMatch(/content-type: application\/problem\+json/i);
    expect(answer).toMatch(/x-content-type-options: nosniff/i);
    expect(answer).toMatch(/cache-control: no-store/i);
    const body = /\{.*\}/s.exec(answer)?.[0] ?? '';
    const problem = JSON.parse(Buffer.from(body, 'latin1').toString('utf8')) as Record<string, unknown>;
    expect(problem).toMatchObject({
      status,
      code: expect.any(String),
      title: expect.any(String),
      detail: expect.any(String),
    });
    expect((await fetch(`http://127.0.0.1:${house.port}/health/live`)).status).toBe(200);
  });

  it.each(['CONNECT', 'TRACE', 'PROPFIND', 'PATCH', 'HEAD', 'OPTIONS'])('never fails on %s', async (method) => {
    const answer = await send(head(`${method} /api/v1/session HTTP/1.1`));
    expect(statusOf(answer)).toBeLessThan(500);
    expect((await fetch(`http://127.0.0.1:${house.port}/health/live`)).status).toBe(200);
  });

  it('ignores an expectation nobody knows', async () => {
    expect(statusOf(await send(head('GET /health/live HTTP/1.1', 'Expect: miracles')))).toBe(200);
  });

  it('answers two requests on one connection in order', async () => {
    const answer = await send(head('GET /api/v1/nothing HTTP/1.1') + head('GET /health/live HTTP/1.1'));
    expect(answer.match(/HTTP\/1\.1 \d{3}/g)).toEqual(['HTTP/1.1 404', 'HTTP/1.1 200']);
  });

  it('survives 300 connections that break off in the middle', async () => {
    await Promise.all(
      Array.from(
        { length: 300 },
        () =>
          new Promise<void>((done) => {
            const socket = connect(house.port, '127.0.0.1', () => {
              socket.write(head(login, json, 'Content-Length: 1000') + '{"username":', () => socket.destroy());
            });
            socket.on('error', () => undefined);
            socket.on('close', () => done());
          }),
      ),
    );
    expect((await fetch(`http://127.0.0.1:${house.port}/health/live`)).status).toBe(200);
    const complaints = house.log
      .split('\n')
      .filter((line) => /"level":"(error|warn)"/.test(line) && !/no built pages|NO VIRUS SCANNER/.test(line));
    expect(complaints).toEqual([]);
  });
});
