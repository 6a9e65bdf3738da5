import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { PushEndpoint, testConfig } from '@of/testing';
import { vapidKeysOf } from '../crypto/vapid-keys';
import type { Push } from './push-service';
import { WebPush } from './web-push';

const config = testConfig('postgres://nobody@localhost/none', { PUSH_ALLOW_LOOPBACK: 'true' });
const push: Push = { payload: '{"kind":"approval"}', ttlSeconds: 120, urgency: 'high', topic: 'approval' };
let endpoint: PushEndpoint;

beforeEach(async () => {
  endpoint = await PushEndpoint.open();
});
afterEach(() => endpoint.close());

const send = (target = endpoint.subscription, deadlineMs?: number) =>
  new WebPush(config, deadlineMs).send(target, push);

describe('WebPush', () => {
  it('sends what only the browser can read, signed with our key, with lifetime, urgency and topic', async () => {
    expect(await send()).toEqual({ kind: 'sent' });
    expect(endpoint.faults).toEqual([]);
    expect(endpoint.received).toMatchObject([
      {
        payload: '{"kind":"approval"}',
        headers: { ttl: '120', urgency: 'high', topic: 'approval', 'content-encoding': 'aes128gcm' },
        vapid: { aud: endpoint.origin, sub: 'mailto:onlinefiliale@musterkasse.example' },
        publicKey: vapidKeysOf(config.VAPID_PRIVATE_KEY).publicKey,
      },
    ]);
  });

  it.each([
    [201, { kind: 'sent' }],
    [202, { kind: 'sent' }],
    [404, { kind: 'gone' }],
    [410, { kind: 'gone' }],
    [400, { kind: 'refused', status: 400 }],
    [403, { kind: 'refused', status: 403 }],
    [413, { kind: 'refused', status: 413 }],
    [429, { kind: 'busy', reason: 'status 429', retryAfterSeconds: null }],
    [500, { kind: 'busy', reason: 'status 500', retryAfterSeconds: null }],
    [503, { kind: 'busy', reason: 'status 503', retryAfterSeconds: null }],
  ] as const)('understands the answer %d', async (status, outcome) => {
    endpoint.answer = status;
    expect(await send()).toEqual(outcome);
  });

  it.each([
    ['17', 17],
    ['0', 0],
    [new Date(Date.now() + 60_000).toUTCString(), expect.any(Number)],
    ['soon', null],
  ])('reads Retry-After: %s', async (header, seconds) => {
    endpoint.answer = { status: 429, headers: { 'retry-after': header } };
    expect(await send()).toEqual({ kind: 'busy', reason: 'status 429', retryAfterSeconds: seconds });
  });

  it('S48 follows no redirect', async () => {
    const elsewhere = createServer((_, response) => response.writeHead(201).end());
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    let wasThere = false;
    elsewhere.on('request', () => (wasThere = true));
    const location = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
    endpoint.answer = { status: 307, headers: { location } };
    expect(await send()).toEqual({ kind: 'refused', status: 307 });
    expect(wasThere).toBe(false);
    elsewhere.close();
  });

  it('gives up on a service that does not answer, and says so without its address', async () => {
    endpoint.answer = 'slow';
    expect(await send(endpoint.subscription, 50)).toEqual({
      kind: 'busy',
      reason: 'ABORT_ERR',
      retryAfterSeconds: null,
    });
    const target = endpoint.subscription;
    await endpoint.close();
    expect(await send(target)).toEqual({ kind: 'busy', reason: 'ECONNREFUSED', retryAfterSeconds: null });
  });

  it('S48 does not even ask where the setting is not there, and never connects to a name that leads inside', async () => {
    const strict = testConfig('postgres://nobody@localhost/none');
    expect(await new WebPush(strict).send(endpoint.subscription, push)).toEqual({ kind: 'gone' });
    // The name looks public; what it leads to decides.
    const { lookup } = new WebPush(strict) as unknown as { lookup: typeof import('node:dns').lookup };
    const answer = await new Promise((resolve) =>
      lookup('localhost', { all: true }, (error, addresses) => resolve([error?.code, addresses])),
    );
    expect(answer).toEqual(['EADDRNOTAVAIL', []]);
    expect(endpoint.requests).toBe(0);
  });
});
