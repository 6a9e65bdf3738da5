import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { ScannerAway } from '../application/ports/virus-scanner';
import { ClamdScanner } from './clamd-scanner';

let server: Server | null = null;
const sockets = new Set<Socket>();
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  server?.close();
  server = null;
});

/** A scanner that hears everything and then does this. */
async function scannerThat(answer: (socket: Socket) => void, timeoutMs = 30_000): Promise<ClamdScanner> {
  server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    let seen = 0;
    socket.on('data', (data) => {
      seen += data.length;
      // The end of the stream is a length of zero.
      if (seen > 14 && data.subarray(-4).equals(Buffer.alloc(4))) answer(socket);
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return new ClamdScanner(`tcp://127.0.0.1:${(server.address() as AddressInfo).port}`, timeoutMs);
}

const content = () => Promise.resolve(Readable.from([Buffer.alloc(200_000, 1)], { objectMode: false }));

describe('the answers of clamd', () => {
  it.each([
    ['stream: OK\0', { outcome: 'clean' }],
    ['stream: Eicar-Test-Signature FOUND\0', { outcome: 'infected', signature: 'Eicar-Test-Signature' }],
    [
      'stream: Heuristics.Limits.Exceeded.MaxScanSize FOUND\0',
      { outcome: 'failed', reason: 'Heuristics.Limits.Exceeded.MaxScanSize' },
    ],
    ['INSTREAM size limit exceeded. ERROR\0', { outcome: 'failed', reason: 'INSTREAM size limit exceeded. ERROR' }],
  ])('S51 %j', async (line, verdict) => {
    const scanner = await scannerThat((socket) => socket.end(line));
    expect(await scanner.scan(content)).toEqual(verdict);
  });

  it.each([
    ['nothing', ''],
    ['half of it', 'stream: O'],
    ['all of it without its end', 'stream: OK'],
    ['something in front', 'xstream: OK\0'],
    ['something behind', 'stream: OK, or not\0'],
    ['another name', 'other: OK\0'],
    ['lower case', 'stream: ok\0'],
    ['an empty line', '\0'],
    ['HTTP', 'HTTP/1.1 200 OK\r\n\r\n\0'],
    ['more than any answer has', 'x'.repeat(10_000)],
    ['bytes', '\x01\xff\xfe\0'],
  ])('S51 %s is no all-clear', async (_name, line) => {
    const scanner = await scannerThat((socket) => socket.end(line, 'latin1'));
    await expect(scanner.scan(content)).rejects.toBeInstanceOf(ScannerAway);
  });

  it('S51 silence ends after its time, three times', async () => {
    let asked = 0;
    const scanner = await scannerThat(() => asked++, 150);
    await expect(scanner.scan(content)).rejects.toBeInstanceOf(ScannerAway);
    expect(asked).toBe(3);
  });

  it('S51 an answer in the second try counts', async () => {
    let asked = 0;
    const scanner = await scannerThat((socket) => (asked++ === 0 ? socket.destroy() : socket.end('stream: OK\0')));
    expect(await scanner.scan(content)).toEqual({ outcome: 'clean' });
  });

  /** @returns the verdict of a scanner that answers and hangs up while there is more to send */
  async function afterEarly(answer: string): Promise<unknown> {
    const scanner = await scannerThat(() => undefined);
    let hangUp = () => undefined as void;
    server?.on('connection', (socket) => {
      socket.once('data', () => socket.write(answer));
      socket.once('close', () => hangUp());
    });
    const open = () => {
      const hungUp = new Promise<void>((resolve) => (hangUp = resolve));
      async function* slow(): AsyncGenerator<Buffer> {
        yield Buffer.alloc(1_000);
        await hungUp;
        yield Buffer.alloc(200_000);
      }
      return Promise.resolve(Readable.from(slow(), { objectMode: false }));
    };
    return scanner.scan(open);
  }

  it('a refusal that comes while there is more to send counts', async () =>
    expect(await afterEarly('INSTREAM size limit exceeded. ERROR\0')).toMatchObject({ outcome: 'failed' }));

  it('S51 an all-clear about a part is none', () =>
    expect(afterEarly('stream: OK\0')).rejects.toBeInstanceOf(ScannerAway));

  it('S51 nobody there', async () => {
    await expect(new ClamdScanner('tcp://127.0.0.1:1').scan(content)).rejects.toBeInstanceOf(ScannerAway);
  });

  it('a fault of our own store is not the scanner’s', async () => {
    const scanner = await scannerThat((socket) => socket.end('stream: OK\0'));
    const broken = (): Promise<Readable> => {
      async function* half(): AsyncGenerator<Buffer> {
        yield Buffer.alloc(100_000);
        throw new Error('the stored object was cut off');
      }
      return Promise.resolve(Readable.from(half(), { objectMode: false }));
    };
    await expect(scanner.scan(broken)).rejects.toThrow('cut off');
  });
});
