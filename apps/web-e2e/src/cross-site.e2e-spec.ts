import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { ERIKA, member, PASSWORD, signIn } from './support/people';
import { Portal } from './support/portal';

const OTHER_PASSWORD = 'Fremder-Plan-99-Boot';

let portal: Portal;
let server: Server;
let page: Page;
/** Statuses of the portal's answers to the foreign page, also of those the page may not read. */
let statuses: number[] = [];

beforeAll(async () => {
  portal = await Portal.open();
  server = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<h1>Fremde Seite</h1>'));
  await new Promise<void>((done) => server.listen(0, '0.0.0.0', done));
  page = await portal.visitor();
  await member(portal.house, page, ERIKA);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  const asked = new Map<string, string>();
  devtools.on('Network.requestWillBeSent', ({ requestId, request }) =>
    asked.set(requestId, `${request.method} ${request.url}`),
  );
  devtools.on('Network.responseReceivedExtraInfo', ({ requestId, statusCode }) => {
    const call = asked.get(requestId) ?? '';
    // Without a permission in its answer, a browser's question beforehand ends the matter.
    if (call.includes('/api/v1/')) statuses.push(call.startsWith('OPTIONS') && statusCode === 404 ? 403 : statusCode);
  });
}, 120_000);

afterAll(async () => {
  await portal?.close();
  server?.close();
}, 60_000);

interface Attack {
  method: string;
  path: string;
  type: string;
  body: string;
}

const body = JSON.stringify({ currentPassword: PASSWORD, newPassword: OTHER_PASSWORD });
const login = JSON.stringify({ username: 'A123456780', password: PASSWORD });
const put: Attack = { method: 'PUT', path: '/api/v1/me/password', type: 'application/json', body };
const post: Attack = { method: 'POST', path: '/api/v1/session', type: 'text/plain', body: login };

/** Sends a form, whose only field makes a text/plain body look like JSON. */
function sendForm(url: string, enctype: string, text: string): void {
  const form = document.createElement('form');
  const field = document.createElement('input');
  [form.method, form.action, form.enctype] = ['post', url, enctype];
  [field.name, field.value] = [text.slice(0, -2) + ',"x":"', '"}'];
  form.append(field);
  document.body.append(form);
  form.submit();
}

async function sendFetch(url: string, attack: Attack, mode: RequestMode): Promise<void> {
  const { method, type, body: text } = attack;
  const headers = { 'content-type': type };
  await fetch(url, { method, mode, credentials: 'include', headers, body: text || undefined }).catch(() => null);
}

const variants: [string, (target: string) => Promise<void>][] = [
  ...['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'].map(
    (enctype): [string, (target: string) => Promise<void>] => [
      `a form as ${enctype}`,
      async (target) => {
        const answered = page.waitForResponse((answer) => answer.url().startsWith(target));
        await page.evaluate(
          `(${sendForm})(${JSON.stringify(target + post.path)}, ${JSON.stringify(enctype)}, ${JSON.stringify(login)})`,
        );
        await answered;
      },
    ],
  ),
  ...(
    [
      ['a simple fetch with text', post, 'no-cors'],
      [
        'a simple fetch with a form',
        { ...post, type: 'application/x-www-form-urlencoded', body: 'username=x' },
        'no-cors',
      ],
      ['a fetch with text that wants to read the answer', post, 'cors'],
      ['a fetch with JSON', { ...post, type: 'application/json' }, 'cors'],
      ['a new password', put, 'cors'],
      ['a log-out', { method: 'DELETE', path: '/api/v1/session', type: 'application/json', body: '' }, 'cors'],
      ['an extension without a body', { ...post, path: '/api/v1/session/extension', body: '' }, 'no-cors'],
    ] as [string, Attack, RequestMode][]
  ).map(([name, attack, mode]): [string, (target: string) => Promise<void>] => [
    name,
    async (target) => {
      const call = [target + attack.path, attack, mode].map((part) => JSON.stringify(part)).join(', ');
      await page.evaluate(`(${sendFetch})(${call})`);
    },
  ]),
  [
    'a beacon',
    async (target) => {
      const call = `navigator.sendBeacon(${JSON.stringify(target + post.path)}, new Blob([${JSON.stringify(login)}], { type: 'text/plain' }))`;
      await page.evaluate(call);
      await page.waitForTimeout(300);
    },
  ],
];

describe.each([
  ['another site', '127.0.0.1'],
  ['another port of the same site, whose calls carry the cookie', 'localhost'],
])('S26 from %s', (_, host) => {
  it.each(variants)('%s is refused and changes nothing', async (_name, attack) => {
    const before = await portal.house.query('SELECT count(*)::int AS events FROM platform.audit_entry');
    await page.goto(`http://${host}:${(server.address() as AddressInfo).port}/`);
    statuses = [];
    await attack(portal.house.origin);
    await page.waitForTimeout(150);
    expect(statuses.filter((status) => ![403, 415].includes(status))).toEqual([]);
    expect(statuses.length).toBeGreaterThan(0);
    const session = await page.request.get(`${portal.house.origin}/api/v1/session`);
    expect(session.status()).toBe(200);
    expect(await portal.house.query('SELECT count(*)::int AS events FROM platform.audit_entry')).toEqual(before);
  });
});

it('S26 the password is still the old one', async () => {
  const visitor = await portal.visitor();
  await expect(signIn(visitor, ERIKA.kvnr, OTHER_PASSWORD)).rejects.toThrow('401');
  await signIn(visitor, ERIKA.kvnr);
});
