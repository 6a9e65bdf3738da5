import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { until } from '@of/testing';
import type { Page } from 'playwright-core';
import { AYLIN, ERIKA, member, PASSWORD, register, signIn } from './support/people';
import { Phone } from './support/phone';
import { Portal } from './support/portal';

const OTHER_PASSWORD = 'Fremder-Plan-99-Boot';

let portal: Portal;
let server: Server;
let page: Page;
/** Calls and answers as the browser reports them, by its number of the call: either may be the first to be told. */
const calls = new Map<string, string>();
let answers: { requestId: string; statusCode: number }[] = [];

/** Statuses of the answers to the foreign page, also of those the page may not read. */
const statuses = (): number[] =>
  answers.flatMap(({ requestId, statusCode }) => {
    const call = calls.get(requestId) ?? '';
    if (!call.includes('/api/v1/')) return [];
    // Without a permission in its answer, a browser's question beforehand ends the matter.
    return [call.startsWith('OPTIONS') && statusCode === 404 ? 403 : statusCode];
  });

let phone: Phone;

beforeAll(async () => {
  portal = await Portal.open();
  server = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<h1>Fremde Seite</h1>'));
  await new Promise<void>((done) => server.listen(0, '0.0.0.0', done));
  page = await portal.visitor();
  await member(portal.house, page, ERIKA);
  phone = new Phone(portal.house);
  const visitor = await portal.visitor();
  await phone.bind(AYLIN.kvnr, await register(portal.house, visitor.request, AYLIN));
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  devtools.on('Network.requestWillBeSent', ({ requestId, request }) =>
    calls.set(requestId, `${request.method} ${request.url}`),
  );
  devtools.on('Network.responseReceivedExtraInfo', (answer) => answers.push(answer));
});

afterAll(async () => {
  await portal?.close();
  server?.close();
});

interface Attack {
  method: string;
  path: string;
  type: string;
  body: string;
}

/** What a foreign page would like to do with a cookie that is not its own. */
interface Target {
  origin: string;
  /** As text, which needs no question beforehand. */
  post: Attack;
  /** Something worth stealing, as JSON. */
  change: Attack;
  logOut: Attack;
  /** Without a body. */
  bare: Attack;
  /** Status of a call with the cookie that shows that it is still good. */
  isAlive: () => Promise<number>;
}

const json = (method: string, path: string, body: object): Attack => {
  return { method, path, type: 'application/json', body: JSON.stringify(body) };
};
const asText = (attack: Attack): Attack => ({ ...attack, type: 'text/plain' });
const empty = (method: string, path: string): Attack => ({ method, path, type: 'application/json', body: '' });

async function portalTarget(): Promise<Target> {
  const password = { currentPassword: PASSWORD, newPassword: OTHER_PASSWORD };
  return {
    origin: portal.house.origin,
    post: asText(json('POST', '/api/v1/session', { username: ERIKA.kvnr, password: PASSWORD })),
    change: json('PUT', '/api/v1/me/password', password),
    logOut: empty('DELETE', '/api/v1/session'),
    bare: empty('POST', '/api/v1/session/extension'),
    isAlive: async () => (await page.request.get(`${portal.house.origin}/api/v1/session`)).status(),
  };
}

/** Somebody's device in the same browser, with a login that waits for it: a foreign page tries to refuse it. */
async function companionTarget(): Promise<Target> {
  await signIn(await portal.visitor(), AYLIN.kvnr);
  const { id, matchNumber } = await phone.waiting();
  const origin = portal.house.companionOrigin;
  const [name = '', value = ''] = phone.cookie.split('=');
  await page.context().addCookies([{ name, value, url: origin, httpOnly: true, sameSite: 'Strict' }]);
  const path = `/api/v1/device/approvals/${String(id)}`;
  const decline = json('POST', `${path}/decision`, { decision: 'decline', matchNumber });
  return {
    origin,
    post: asText(decline),
    change: decline,
    logOut: empty('DELETE', '/api/v1/device/session'),
    bare: empty('POST', `${path}/options`),
    isAlive: async () => {
      if ((await phone.waiting())['id'] !== id) return 404; // the login waits no more
      return (await page.request.get(`${origin}/api/v1/device/session`)).status();
    },
  };
}

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

const variants: [string, (target: Target) => Promise<void>][] = [
  ...['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'].map(
    (enctype): [string, (target: Target) => Promise<void>] => [
      `a form as ${enctype}`,
      async ({ origin, post }) => {
        const answered = page.waitForResponse((answer) => answer.url().startsWith(origin));
        const values = [origin + post.path, enctype, post.body].map((value) => JSON.stringify(value));
        await page.evaluate(`(${sendForm})(${values.join(', ')})`);
        await answered;
      },
    ],
  ),
  ...(
    [
      ['a simple fetch with text', ({ post }) => post, 'no-cors'],
      [
        'a simple fetch with a form',
        ({ post }) => ({ ...post, type: 'application/x-www-form-urlencoded', body: 'username=x' }),
        'no-cors',
      ],
      ['a fetch with text that wants to read the answer', ({ post }) => post, 'cors'],
      ['a fetch with JSON', ({ post }) => ({ ...post, type: 'application/json' }), 'cors'],
      ['a change', ({ change }) => change, 'cors'],
      ['a log-out', ({ logOut }) => logOut, 'cors'],
      ['a call without a body', ({ bare }) => bare, 'no-cors'],
    ] as [string, (target: Target) => Attack, RequestMode][]
  ).map(([name, attackOn, mode]): [string, (target: Target) => Promise<void>] => [
    name,
    async (target) => {
      const attack = attackOn(target);
      const call = [target.origin + attack.path, attack, mode].map((part) => JSON.stringify(part)).join(', ');
      await page.evaluate(`(${sendFetch})(${call})`);
    },
  ]),
  [
    'a beacon',
    async ({ origin, post }) => {
      const [url, text] = [origin + post.path, post.body].map((value) => JSON.stringify(value));
      await page.evaluate(`navigator.sendBeacon(${url}, new Blob([${text}], { type: 'text/plain' }))`);
    },
  ],
];

describe.each([
  ['portal', 'another site', '127.0.0.1'],
  ['portal', 'another port of the same site, whose calls carry the cookie', 'localhost'],
  ['companion', 'another site', '127.0.0.1'],
  ['companion', 'another port of the same site, whose calls carry the cookie', 'localhost'],
] as const)('S26 on the %s from %s', (name, _, host) => {
  let target: Target;

  beforeAll(async () => {
    target = name === 'portal' ? await portalTarget() : await companionTarget();
  });
  afterAll(async () => {
    if (name === 'companion') await phone.decide('decline'); // what waits is still there to be refused
  });

  it.each(variants)('%s is refused and changes nothing', async (_name, attack) => {
    const before = await portal.house.query('SELECT count(*)::int AS events FROM platform.audit_entry');
    await page.goto(`http://${host}:${(server.address() as AddressInfo).port}/`);
    answers = [];
    await attack(target);
    await until('an answer', () => statuses().length > 0);
    await page.waitForTimeout(300); // the browser shows the answer to a form: the next page must not cross that
    expect(statuses().filter((status) => ![403, 415].includes(status))).toEqual([]);
    expect(await target.isAlive()).toBe(200);
    expect(await portal.house.query('SELECT count(*)::int AS events FROM platform.audit_entry')).toEqual(before);
  });
});

it('S26 the password is still the old one', async () => {
  const visitor = await portal.visitor();
  await expect(signIn(visitor, ERIKA.kvnr, OTHER_PASSWORD)).rejects.toThrow('401');
  await signIn(visitor, ERIKA.kvnr);
});
