import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify, type ECDH } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';

/** A push as the browser gets it out of the envelope, and what the push service sees of it. */
export interface ReceivedPush {
  /** Decrypted with the subscription's own keys. */
  payload: string;
  headers: IncomingHttpHeaders;
  /** Claims of the sender's token, after its signature was checked. */
  vapid: { aud: string; exp: number; sub: string };
  /** Public key that made the signature. */
  publicKey: string;
  path: string;
}

/** How the push service answers the next pushes. `slow` never does. */
export type PushAnswer = number | { status: number; headers: Record<string, string> } | 'slow';

/**
 * A push service and one browser behind it: takes pushes over HTTP, checks who signed them (RFC 8292), opens them with
 * the browser's keys (RFC 8291) and answers as it is told. What is not encrypted or signed properly is answered with 400.
 */
export class PushEndpoint {
  readonly received: ReceivedPush[] = [];
  /** Requests whose sender did not wait for the answer of a slow service any longer. */
  givenUp = 0;
  /** Requests, also those that were not taken. */
  requests = 0;
  /** What was wrong with a request. */
  faults: string[] = [];
  answer: PushAnswer = 201;
  /** Something that happens before the answer. */
  whenAsked: () => Promise<void> = () => Promise.resolve();
  private readonly keys: ECDH = createECDH('prime256v1');
  private readonly auth = randomBytes(16);
  private readonly path = `/push/${randomBytes(24).toString('base64url')}`;
  private server: Server | null = null;
  private port = 0;

  private constructor() {
    this.keys.generateKeys();
  }

  static async open(): Promise<PushEndpoint> {
    const endpoint = new PushEndpoint();
    endpoint.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        endpoint.requests += 1;
        const { answer } = endpoint;
        if (answer === 'slow') return void response.once('close', () => (endpoint.givenUp += 1));
        const { status, headers } = typeof answer === 'number' ? { status: answer, headers: {} } : answer;
        void endpoint.whenAsked().then(() => {
          try {
            const push = endpoint.read(request.url ?? '', request.headers, Buffer.concat(chunks));
            if (status === 201) endpoint.received.push(push);
            response.writeHead(status, headers).end();
          } catch (error) {
            endpoint.faults.push(String(error));
            response.writeHead(400).end();
          }
        });
      });
    });
    await new Promise<void>((resolve) => endpoint.server?.listen(0, '127.0.0.1', resolve));
    endpoint.port = (endpoint.server.address() as AddressInfo).port;
    return endpoint;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** What the browser gives to the page, as JSON. */
  get subscription() {
    const keys = { p256dh: this.keys.getPublicKey('base64url'), auth: this.auth.toString('base64url') };
    return { endpoint: `${this.origin}${this.path}`, expirationTime: null, keys };
  }

  async close(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  private read(path: string, headers: IncomingHttpHeaders, body: Buffer): ReceivedPush {
    if (path !== this.path) throw new Error('unknown subscription');
    if (headers['content-encoding'] !== 'aes128gcm') throw new Error('not encrypted as aes128gcm');
    const ttl = String(headers['ttl']);
    if (!/^\d+$/.test(ttl)) throw new Error(`TTL is ${ttl}`);
    return { payload: this.decrypt(body), headers, path, ...this.checkVapid(headers.authorization ?? '') };
  }

  /** RFC 8188 with the keys of RFC 8291: salt (16) · record size (4) · length of the key id (1) · sender's key · record. */
  private decrypt(body: Buffer): string {
    const salt = body.subarray(0, 16);
    const idLength = body.readUInt8(20);
    const sender = body.subarray(21, 21 + idLength);
    const record = body.subarray(21 + idLength);
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), this.keys.getPublicKey(), sender]);
    const ikm = Buffer.from(hkdfSync('sha256', this.keys.computeSecret(sender), this.auth, info, 32));
    const key = Buffer.from(hkdfSync('sha256', ikm, salt, 'Content-Encoding: aes128gcm\0', 16));
    const nonce = Buffer.from(hkdfSync('sha256', ikm, salt, 'Content-Encoding: nonce\0', 12));
    const decipher = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(record.subarray(-16));
    const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
    const end = padded.lastIndexOf(2); // delimiter of the last record
    if (end < 0) throw new Error('no last record');
    return padded.subarray(0, end).toString();
  }

  private checkVapid(authorization: string): Pick<ReceivedPush, 'vapid' | 'publicKey'> {
    const [, token, publicKey] = /^vapid t=([^,\s]+), ?k=(\S+)$/.exec(authorization) ?? [];
    if (!token || !publicKey) throw new Error('no VAPID token');
    const [head, claims, signature] = token.split('.') as [string, string, string];
    const point = Buffer.from(publicKey, 'base64url');
    const jwk = {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    };
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    const isSigned = verify(
      'sha256',
      Buffer.from(`${head}.${claims}`),
      { key, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    );
    const { alg } = JSON.parse(Buffer.from(head, 'base64url').toString()) as { alg: string };
    const vapid = JSON.parse(Buffer.from(claims, 'base64url').toString()) as ReceivedPush['vapid'];
    const secondsLeft = vapid.exp - Date.now() / 1000;
    if (!isSigned || alg !== 'ES256') throw new Error('the token is not signed');
    if (vapid.aud !== this.origin) throw new Error(`the token is for ${vapid.aud}`);
    if (secondsLeft <= 0 || secondsLeft > 24 * 3600) throw new Error('the token lives too short or too long');
    return { vapid, publicKey };
  }
}
