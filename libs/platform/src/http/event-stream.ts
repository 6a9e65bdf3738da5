import { type FastifyReply, type FastifyRequest } from 'fastify';
import { listenerOf } from './listener';
import { setSecurityHeaders } from './security-headers';

const HEARTBEAT_MS = 20_000;
/** After this the client has to ask anew: its session may be over, or it vanished without closing the connection. */
const LIFE_MS = 15 * 60_000;

/**
 * A stream of server-sent events on one answer. It holds the socket and nothing else, and not for ever.
 */
export class EventStream {
  private readonly heartbeat: NodeJS.Timeout;
  private readonly life: NodeJS.Timeout;
  private onClose: () => void = () => undefined;
  private isClosed = false;

  /** @param isHttps whether the page that listens is served over https */
  constructor(
    request: FastifyRequest,
    private readonly reply: FastifyReply,
    isHttps: boolean,
  ) {
    setSecurityHeaders(reply, String(request.id), isHttps, listenerOf(request));
    reply.hijack();
    reply.raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    reply.raw.write(': open\n\n');
    this.heartbeat = setInterval(() => reply.raw.write(': still here\n\n'), HEARTBEAT_MS);
    this.heartbeat.unref();
    this.life = setTimeout(() => this.close(), LIFE_MS);
    this.life.unref();
    reply.raw.once('close', () => this.finish());
    // A client that left while its right to listen was looked up: nobody says so a second time.
    if (reply.raw.destroyed || request.raw.socket.destroyed) this.finish();
  }

  /** @param data one JSON value */
  send(event: string, data: unknown): void {
    if (!this.isClosed) this.reply.raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** Called once, when either side has gone. */
  whenClosed(listener: () => void): void {
    if (this.isClosed) listener();
    else this.onClose = listener;
  }

  close(): void {
    if (!this.isClosed) this.reply.raw.end();
    this.finish();
  }

  private finish(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    clearInterval(this.heartbeat);
    clearTimeout(this.life);
    this.onClose();
  }
}
