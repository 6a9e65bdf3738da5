import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { type Readable } from 'node:stream';
import { ScannerAway, VirusScanner, type ScanVerdict } from '../application/ports/virus-scanner';

const TRIES = 3;
const MAX_ANSWER = 4_096;

/**
 * clamd over TCP with INSTREAM: lengths and chunks, then a zero; the answer is one line. A clamd that hangs still accepts
 * connections and never answers, so every try has an end of its own.
 *
 * Written by hand: the library for it has no limit for the whole scan and falls back to other ways of scanning.
 */
export class ClamdScanner extends VirusScanner {
  readonly isConfigured = true;
  private readonly host: string;
  private readonly port: number;

  constructor(
    url: string,
    private readonly timeoutMs = 30_000,
  ) {
    super();
    const { hostname, port } = new URL(url);
    this.host = hostname;
    this.port = Number(port);
  }

  async scan(open: () => Promise<Readable>): Promise<ScanVerdict> {
    for (let attempt = 1; ; attempt++) {
      const content = await open();
      try {
        const { answer, isAboutAll } = await this.ask(content);
        return judge(answer, isAboutAll);
      } catch (error) {
        if (!(error instanceof ScannerAway) || attempt >= TRIES) throw error;
      } finally {
        content.destroy();
      }
    }
  }

  /** @throws ScannerAway; a fault of the content's own stream as it is */
  private async ask(content: Readable): Promise<{ answer: string; isAboutAll: boolean }> {
    const socket = connect({ host: this.host, port: this.port });
    const timer = setTimeout(() => socket.destroy(new ScannerAway('no answer in time')), this.timeoutMs);
    let contentFault: Error | undefined;
    content.once('error', (error) => {
      contentFault = error;
      socket.destroy();
    });
    try {
      const answer = readAnswer(socket);
      // clamd may answer and hang up before it has everything: the answer counts.
      const sent = send(socket, content).catch(() => false);
      return { answer: await answer, isAboutAll: await sent };
    } catch (error) {
      throw contentFault ?? (error instanceof ScannerAway ? error : new ScannerAway(String(error)));
    } finally {
      clearTimeout(timer);
      socket.destroy();
    }
  }
}

/** @returns whether all of it was on its way before the other side hung up */
async function send(socket: Socket, content: Readable): Promise<boolean> {
  // Heard from the start: it may close while the content is still to come, and that is not told again.
  const closed = once(socket, 'close').catch(() => undefined);
  socket.write('zINSTREAM\0');
  for await (const part of content as AsyncIterable<Buffer>) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(part.length);
    socket.write(length);
    if (!socket.write(part)) await Promise.race([once(socket, 'drain'), closed]);
    if (socket.destroyed) return false;
  }
  socket.write(Buffer.alloc(4));
  return !socket.destroyed;
}

async function readAnswer(socket: Socket): Promise<string> {
  let answer = '';
  for await (const part of socket as AsyncIterable<Buffer>) {
    answer += part.toString('latin1');
    const end = answer.indexOf('\0');
    if (end >= 0) return answer.slice(0, end);
    if (answer.length > MAX_ANSWER) break;
  }
  throw new ScannerAway('no whole answer');
}

/** Only an exact "OK" about the whole content is clean. @throws ScannerAway for garbage */
function judge(answer: string, isAboutAll: boolean): ScanVerdict {
  if (answer === 'stream: OK' && isAboutAll) return { outcome: 'clean' };
  const signature = /^stream: (\S+) FOUND$/.exec(answer)?.[1];
  // "Too deep or too large to look into everything" is no finding, but no all-clear either.
  if (signature?.startsWith('Heuristics.Limits.Exceeded')) return { outcome: 'failed', reason: signature };
  if (signature) return { outcome: 'infected', signature };
  if (/ ERROR$/.test(answer)) return { outcome: 'failed', reason: answer };
  throw new ScannerAway('an answer that is none');
}
