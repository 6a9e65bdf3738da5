import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SessionCookie } from '@of/platform';
import { COMPANION, companion, PORTAL } from '../companion.fixture';

const roots: string[] = [];
afterAll(() => roots.forEach((root) => rmSync(root, { recursive: true })));

function built(name: string, files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), `of-${name}-`));
  roots.push(root);
  mkdirSync(join(root, 'assets'));
  const page = `<!doctype html><meta property="csp-nonce" nonce="__CSP_NONCE__"><title>${name}</title>`;
  for (const [file, text] of Object.entries({ 'index.html': page, ...files })) writeFileSync(join(root, file), text);
  return root;
}

const house = companion({
  WEB_ROOT: built('portal', { 'favicon.svg': '<svg/>', 'assets/portal-1a2b.js': '1' }),
  COMPANION_ROOT: built('companion', {
    'sw.js': 'self',
    'manifest.webmanifest': '{}',
    'assets/companion-1a2b.js': '2',
  }),
});
const { room } = house;
type Listener = 'portal' | 'companion';

const memberCookie = async () => {
  const { token } = await room.actorOf(await room.newAccount());
  return `of_session=${house.get(SessionCookie).sign(token, new Date(Date.now() + 3_600_000))}`;
};
const deviceCookie = async () => (await house.bind(await house.activeAccount(), house.phone())).cookie;
const codeAt = async (listener: Listener, method: string, path: string, cookie = '') => {
  const { status, body } = await house.call(method, path, { listener, cookie });
  return `${status} ${body.code ?? ''}`.trim();
};

describe('two origins, one house', () => {
  it('D24 each listener serves its own calls and does not know those of the other', async () => {
    const member = await memberCookie();
    const device = await deviceCookie();
    expect(await codeAt('portal', 'GET', '/api/v1/session', member)).toBe('200');
    expect(await codeAt('companion', 'GET', '/api/v1/device/session', device)).toBe('200');

    for (const [method, path] of [
      ['GET', '/api/v1/session'],
      ['DELETE', '/api/v1/session'],
      ['POST', '/api/v1/session'],
      ['GET', '/api/v1/me/devices'],
      ['GET', '/metrics'],
    ] as const) {
      expect(`${path}: ${await codeAt('companion', method, path, member)}`).toBe(`${path}: 404 not-found`);
    }
    for (const [method, path] of [
      ['GET', '/api/v1/device/session'],
      ['POST', '/api/v1/device/session'],
      ['POST', '/api/v1/devices'],
      ['POST', '/api/v1/devices/binding-options'],
    ] as const) {
      expect(`${path}: ${await codeAt('portal', method, path, device)}`).toBe(`${path}: 404 not-found`);
    }
    expect(await codeAt('portal', 'GET', '/api/v1/session', member)).toBe('200');
  });

  it.each([
    '/%61pi/v1/session',
    '/api/v1/%73ession',
    '/api/v1/session?x=/api/v1/device/',
    '/api/v1/me/devices;/api/v1/device',
  ])('D24 however the path is written: %s does not answer on the companion', async (path) => {
    const { status, text } = await house.call('GET', path, { listener: 'companion', cookie: await memberCookie() });
    expect([status, text.includes('idleExpiresAt')]).toEqual([404, false]);
  });

  it('D24 a session of the one opens nothing in the other', async () => {
    const member = await memberCookie();
    const device = await deviceCookie();
    const swapped = {
      member: device.replace('of_device', 'of_session'),
      device: member.replace('of_session', 'of_device'),
    };
    expect(await codeAt('portal', 'GET', '/api/v1/session', device)).toBe('401 not-authenticated');
    expect(await codeAt('portal', 'GET', '/api/v1/session', swapped.member)).toBe('401 not-authenticated');
    expect(await codeAt('companion', 'GET', '/api/v1/device/session', member)).toBe('401 not-authenticated');
    expect(await codeAt('companion', 'GET', '/api/v1/device/session', swapped.device)).toBe('401 not-authenticated');
    // Browsers send the cookies of one host to all its ports: both at once are no harm.
    expect(await codeAt('companion', 'GET', '/api/v1/device/session', `${member}; ${device}`)).toBe('200');
  });

  it('both say who they are, explain problems and whether they are there', async () => {
    for (const listener of ['portal', 'companion'] as const) {
      for (const path of ['/api/v1/branding', '/problems/not-found', '/health/live', '/health/ready']) {
        expect(`${listener} ${path} ${await codeAt(listener, 'GET', path)}`).toBe(`${listener} ${path} 200`);
      }
    }
  });

  const evil = 'https://evil.example';
  it.each([
    ['portal', { origin: COMPANION }],
    ['portal', { origin: evil }],
    ['portal', { origin: 'null' }],
    ['portal', { origin: PORTAL, 'sec-fetch-site': 'same-site' }],
    ['companion', { origin: PORTAL }],
    ['companion', { origin: 'http://127.0.0.1:3001' }],
    ['companion', { origin: 'https://localhost:3001' }],
    ['companion', { origin: evil }],
    ['companion', { origin: 'null' }],
    ['companion', { origin: COMPANION, 'sec-fetch-site': 'same-site' }],
    ['companion', { origin: COMPANION, 'sec-fetch-site': 'cross-site' }],
  ] as [Listener, Record<string, string>][])(
    'S26 the %s refuses calls that write and come with %j',
    async (listener, headers) => {
      const path = listener === 'portal' ? '/api/v1/session' : '/api/v1/device/session';
      const cookie = listener === 'portal' ? await memberCookie() : await deviceCookie();
      const refused = await house.call('DELETE', path, { listener, cookie, headers });
      expect([refused.status, refused.body.code]).toEqual([403, 'cross-origin-refused']);
      expect((await house.call('GET', path, { listener, cookie })).status).toBe(200);
    },
  );

  it('S26 takes calls of its own origin', async () => {
    const own = (origin: string) => ({ origin, 'sec-fetch-site': 'same-origin' });
    const calls = [
      house.call('DELETE', '/api/v1/device/session', { cookie: await deviceCookie(), headers: own(COMPANION) }),
      house.call('DELETE', '/api/v1/session', {
        listener: 'portal',
        cookie: await memberCookie(),
        headers: own(PORTAL),
      }),
    ];
    expect((await Promise.all(calls)).map(({ status }) => status)).toEqual([204, 204]);
  });
});

describe('pages', () => {
  const get = (listener: Listener, path: string) => house.call('GET', path, { listener });

  it.each(['portal', 'companion'] as const)(
    'S27 the %s has its own page, with a fresh nonce each time',
    async (name) => {
      const first = await get(name, '/');
      const second = await get(name, '/einrichten/code');
      expect(first.text).toContain(`<title>${name}</title>`);
      const nonces = [first, second].map(({ headers, text }) => {
        const policy = headers['content-security-policy'] as string;
        const [, nonce] = /style-src 'self' 'nonce-([^']+)'/.exec(policy) as RegExpExecArray;
        expect(text).toContain(`nonce="${nonce}"`);
        for (const part of ["default-src 'none'", "script-src 'self'", "manifest-src 'self'", "worker-src 'self'"]) {
          expect(policy).toContain(part);
        }
        return nonce;
      });
      expect(nonces[0]).not.toBe(nonces[1]);
      expect(first.headers['cache-control']).toBe('no-store');
    },
  );

  it('D24 only the companion may ask for keys', async () => {
    const policies = await Promise.all(
      (['portal', 'companion'] as const).map(async (name) => (await get(name, '/')).headers['permissions-policy']),
    );
    expect(policies[0]).toContain('publickey-credentials-get=(), publickey-credentials-create=()');
    expect(policies[1]).toContain('publickey-credentials-get=(self), publickey-credentials-create=(self)');
    for (const policy of policies) expect(policy).toContain('camera=(self)');
  });

  it('asks for the service worker each time, and lets it fetch nothing but its own origin', async () => {
    const { status, headers } = await get('companion', '/sw.js');
    expect([status, headers['cache-control'], headers['content-security-policy']]).toEqual([
      200,
      'no-cache',
      "default-src 'none'; script-src 'self'; connect-src 'self'",
    ]);
    expect(headers['content-type']).toMatch(/javascript/);
    expect((await get('portal', '/sw.js')).status).toBe(404);
  });

  it('gives manifest and hashed files, and the files of the other do not stand beside its page', async () => {
    const manifest = await get('companion', '/manifest.webmanifest');
    expect([manifest.status, manifest.headers['content-type']]).toEqual([
      200,
      expect.stringContaining('application/manifest+json'),
    ]);
    expect((await get('companion', '/assets/companion-1a2b.js')).headers['cache-control']).toMatch(
      /max-age=31536000, immutable/,
    );
    expect((await get('companion', '/favicon.svg')).status).toBe(404);
    expect((await get('portal', '/manifest.webmanifest')).status).toBe(404);
  });

  it('S28 every answer of the companion carries the security headers, refusals included', async () => {
    for (const path of ['/', '/api/v1/unknown', '/api/v1/session', '/sw.js']) {
      const { headers } = await get('companion', path);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers).not.toHaveProperty('server');
    }
  });
});
