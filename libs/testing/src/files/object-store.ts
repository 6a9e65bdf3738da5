import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform } from 'node:stream';

/** What goes wrong: nothing, everything takes long, lines break in the middle, there is no room, nobody answers. */
export type StoreFault = 'none' | 'slow' | 'reset' | 'full' | 'silent';

interface S3rver {
  run(): Promise<{ port: number }>;
  close(): Promise<void>;
}

/** The package brings no types. */
const StoreServer = createRequire(__filename)('s3rver') as new (options: object) => S3rver;
const BUCKET = 'documents';
const FULL = '<?xml version="1.0"?><Error><Code>InsufficientStorage</Code><Message>full</Message></Error>';

/** s3rver behind a door in which things go wrong. */
export class ObjectStore {
  fault: StoreFault = 'none';
  /** Bytes of a body that pass before the line breaks. */
  passes = 100_000;
  private readonly folder = mkdtempSync(join(tmpdir(), 'of-s3-'));
  private readonly store = new StoreServer({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: this.folder,
    configureBuckets: [{ name: BUCKET }],
  });
  private readonly door: Server = createServer((incoming, answer) => this.pass(incoming, answer));
  private inside = 0;

  static async start(): Promise<ObjectStore> {
    const store = new ObjectStore();
    store.inside = (await store.store.run()).port;
    await once(store.door.listen(0, '127.0.0.1'), 'listening');
    return store;
  }

  get settings() {
    const { port } = this.door.address() as AddressInfo;
    return {
      endpoint: `http://127.0.0.1:${port}`,
      region: 'eu-central-1',
      bucket: BUCKET,
      accessKeyId: 'S3RVER',
      secretAccessKey: 'S3RVER',
    };
  }

  async stop(): Promise<void> {
    this.door.closeAllConnections();
    this.door.close();
    await this.store.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private pass(incoming: IncomingMessage, answer: ServerResponse): void {
    const { method, url, headers } = incoming;
    if (this.fault === 'silent') return;
    if (this.fault === 'full' && method === 'PUT') {
      incoming.resume().once('end', () => answer.writeHead(507, { 'content-type': 'application/xml' }).end(FULL));
      return;
    }
    const onward = request({ host: '127.0.0.1', port: this.inside, method, path: url, headers }, (reply) => {
      answer.writeHead(reply.statusCode ?? 500, reply.headers);
      reply.pipe(this.way(() => incoming.socket.destroy())).pipe(answer);
    });
    onward.once('error', () => incoming.socket.destroy());
    incoming.pipe(this.way(() => incoming.socket.destroy() && onward.destroy())).pipe(onward);
  }

  private way(breakOff: () => void): Transform {
    const { fault } = this;
    let passed = 0;
    return new Transform({
      transform: (part: Buffer, _encoding, done) => {
        passed += part.length;
        if (fault === 'reset' && passed > this.passes) breakOff();
        else if (fault === 'slow') setTimeout(() => done(null, part), 5);
        else done(null, part);
      },
    });
  }
}
