import { type RunningHouse } from '@of/testing';
import { Caller } from './support/caller';
import { ERIKA, kvnrOf, loggedIn, memberLine, PASSWORD, registration } from './support/members';
import { startHouse } from './support/running-house';

let house: RunningHouse;
const credentials = { username: kvnrOf(1), password: PASSWORD };

beforeAll(async () => {
  house = await startHouse();
  await house.importMembers([memberLine(1)]);
  await new Caller(house).post('/api/v1/registrations', registration({ kvnr: kvnrOf(1), postalCode: '04109' }));
});
afterAll(() => house?.stop());

describe('calls from foreign pages', () => {
  const foreign: [string, () => Record<string, string>][] = [
    ['another site', () => ({ origin: 'https://evil.example' })],
    ['an opaque origin', () => ({ origin: 'null' })],
    ['another port', () => ({ origin: `http://localhost:${house.port + 1}` })],
    ['another scheme', () => ({ origin: `https://localhost:${house.port}` })],
    ['a host that only starts alike', () => ({ origin: `http://localhost:${house.port}.evil.example` })],
    ['a user part', () => ({ origin: `http://localhost:${house.port}@evil.example` })],
    ['a capital letter', () => ({ origin: `http://LOCALHOST:${house.port}` })],
    ['a cross-site fetch', () => ({ 'sec-fetch-site': 'cross-site' })],
    [
      'a neighbour on the same site (the companion)',
      () => ({ 'sec-fetch-site': 'same-site', origin: `http://localhost:${house.port}` }),
    ],
    [
      'an own origin claimed by a cross-site fetch',
      () => ({ 'sec-fetch-site': 'cross-site', origin: `http://localhost:${house.port}` }),
    ],
  ];

  it.each(foreign)('S26 are refused: %s', async (_, headers) => {
    const answer = await new Caller(house).post('/api/v1/session', credentials, { headers: headers() });
    expect(answer.body).toMatchObject({ status: 403, code: 'cross-origin-refused' });
    expect(answer.setCookies).toEqual([]);
  });

  it.each(['PUT', 'DELETE', 'PATCH'])('S26 are refused for %s, with a right cookie, too', async (method) => {
    const member = await loggedIn(house, kvnrOf(1));
    const answer = await member.call(method, '/api/v1/session', method === 'DELETE' ? undefined : {}, {
      headers: { origin: 'https://evil.example' },
    });
    expect(answer.body).toMatchObject({ status: 403, code: 'cross-origin-refused' });
    expect((await member.get('/api/v1/session')).status).toBe(200);
  });

  it.each([
    ['text/plain', JSON.stringify(credentials)],
    ['application/x-www-form-urlencoded', `username=${credentials.username}&password=${PASSWORD}`],
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="username"\r\n\r\nx\r\n--x--\r\n'],
    ['application/xml', '<a/>'],
    ['text/json', JSON.stringify(credentials)],
    ['application/json-patch+json', JSON.stringify(credentials)],
  ])('S26 a form cannot send: %s is 415', async (type, raw) => {
    const answer = await new Caller(house).post('/api/v1/session', undefined, {
      raw,
      headers: { 'content-type': type },
    });
    expect([answer.status, answer.body.code]).toEqual([415, 'unsupported-media-type']);
  });

  it.each<[string, () => Record<string, string>]>([
    ['the own origin', () => ({ origin: house.origin, 'sec-fetch-site': 'same-origin' })],
    ['the same machine by its number', () => ({ origin: `http://127.0.0.1:${house.port}` })],
    ['a program', () => ({})],
  ])('accept %s', async (_, headers) => {
    expect((await new Caller(house).post('/api/v1/session', credentials, { headers: headers() })).status).toBe(200);
  });

  it('S30 get no permission to read answers', async () => {
    for (const method of ['GET', 'OPTIONS']) {
      const answer = await new Caller(house).call(method, '/api/v1/branding', undefined, {
        headers: {
          origin: 'https://evil.example',
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type',
        },
      });
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});

describe('headers', () => {
  // Caller checks the headers of S28 on every answer; here every class of answer is met once.
  it('S28 are on every class of answer', async () => {
    const anybody = new Caller(house);
    const many = new Caller(house);
    for (let n = 0; n < 5; n++) await many.post('/api/v1/registrations', registration({ kvnr: kvnrOf(900 + n) }));
    const statuses = [
      await anybody.get('/health/live'),
      await anybody.get('/openapi/member.json'),
      await anybody.post('/api/v1/session', undefined, { raw: '{' }),
      await anybody.get('/api/v1/me'),
      await anybody.post('/api/v1/session', {}, { headers: { origin: 'null' } }),
      await anybody.get('/api/v1/nothing'),
      await anybody.post('/api/v1/session', { username: 'x'.repeat(300_000) }),
      await anybody.post('/api/v1/session', undefined, { raw: 'x', headers: { 'content-type': 'text/plain' } }),
      await anybody.post('/api/v1/session', {}),
      await many.post('/api/v1/registrations', registration({ kvnr: kvnrOf(905) })),
    ].map(({ status }) => status);
    expect(statuses).toEqual([200, 200, 400, 401, 403, 404, 413, 415, 422, 429]);
  });

  it('contract: RateLimit and RateLimit-Policy tell the limits', async () => {
    const caller = new Caller(house);
    const login = await caller.post('/api/v1/session', credentials);
    expect(login.headers['ratelimit-policy']).toBe('"login";q=20;w=300');
    expect(login.headers['ratelimit']).toMatch(/^"login";r=19;t=\d+$/);
    const read = await caller.get('/api/v1/session');
    expect(read.headers['ratelimit-policy']).toBe('"member";q=240;w=60');
    for (let n = 0; n < 19; n++) await caller.post('/api/v1/session', {});
    const last = await caller.post('/api/v1/session', credentials);
    expect([last.status, last.headers['ratelimit']?.toString().split(';')[1]]).toEqual([429, 'r=0']);
  });

  it('contract: a member has 240 calls a minute', async () => {
    const member = await loggedIn(house, kvnrOf(1));
    const statuses: number[] = [];
    for (let n = 0; n < 250; n++) statuses.push((await member.get('/api/v1/session')).status);
    expect(statuses.lastIndexOf(200)).toBeLessThan(240);
    expect(statuses.at(-1)).toBe(429);
  });

  it('contract: every problem type has a page that explains it, in both languages', async () => {
    for (const code of [
      'validation-failed',
      'registration-not-possible',
      'code-void',
      'letter-under-way',
      'too-many-requests',
      'internal-error',
    ]) {
      for (const [language, word] of [
        ['de', 'Hilfe am Telefon'],
        ['en', 'Help by phone'],
      ] as const) {
        const page = await new Caller(house, undefined, language).get(`/problems/${code}`);
        expect([page.status, page.text.includes(word), /\{\w+\}/.test(page.text)]).toEqual([200, true, false]);
      }
    }
    expect((await new Caller(house).get('/problems/<script>')).status).toBe(404);
  });

  it('S64 nothing but known addresses is found', async () => {
    const caller = new Caller(house);
    const guesses = [
      '/test',
      '/test/last-letter',
      '/debug',
      '/admin',
      '/api',
      '/api/v1',
      '/api/v2/me',
      '/.env',
      '/.git/config',
      '/print',
      '/api/v1/letters',
      '/api/v1/accounts',
      '/health',
      '/health/env',
      '/ops/queues',
      '/package.json',
      '/..%2f..%2fetc/passwd',
      '/assets/../../package.json',
      '/api/v1/me/../session',
    ];
    for (const path of guesses) expect([path, (await caller.get(path)).status]).toEqual([path, 404]);
    expect((await caller.get('/health/live')).text).toBe('{"status":"ok"}');
  });
});

describe('over https', () => {
  let secure: RunningHouse;
  beforeAll(async () => {
    secure = await startHouse({ env: { PUBLIC_URL: 'https://onlinefiliale.example' } });
  });
  afterAll(() => secure?.stop());

  it('S25 S28 the cookie carries __Host- and Secure, every answer HSTS', async () => {
    const caller = new Caller(secure);
    await caller.post('/api/v1/registrations', registration(ERIKA));
    const body = { username: ERIKA.kvnr, password: PASSWORD, trustBrowser: true };
    const answer = await caller.post('/api/v1/session', body, {
      headers: { origin: 'https://onlinefiliale.example', 'sec-fetch-site': 'same-origin' },
    });
    expect(answer.setCookies.map((line) => line.split('=')[0]).sort()).toEqual([
      '__Host-of_browser',
      '__Host-of_session',
    ]);
    expect(answer.setCookies.every((line) => /;\s*Secure/i.test(line))).toBe(true);
    expect(answer.headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
    expect((await caller.get('/api/v1/nothing')).headers['strict-transport-security']).toBeDefined();
    expect((await caller.get('/api/v1/session')).status).toBe(200);
    const local = await caller.post('/api/v1/session', body, { headers: { origin: secure.origin } });
    expect(local.body.code).toBe('cross-origin-refused');
  });
});
