import { codeOf, mailedCode, mailsTo, newestLetter, textedCode, until } from '@of/testing';
import type { Page } from 'playwright-core';
import { barriers } from './support/accessibility';
import { Keyboard } from './support/keyboard';
import { LENA, PASSWORD, international, member, signIn } from './support/people';
import { Portal } from './support/portal';

const ways = { email: 'Per E-Mail', mobile: 'Per SMS', post: 'Per Brief' } as const;

let portal: Portal;
let owner: Page;
let page: Page;
let keys: Keyboard;
let password = PASSWORD;

beforeAll(async () => {
  portal = await Portal.open();
  owner = await portal.visitor();
  await member(portal.house, owner, LENA);
});
afterAll(() => portal?.close());

beforeEach(async () => {
  page = await portal.visitor();
  keys = new Keyboard(page);
});
afterEach(() => page.context().close());

/** Walks from the login page to the page that asks for the code. */
async function order(username: string, way: keyof typeof ways): Promise<void> {
  await page.goto('/anmelden');
  await keys.push('link', 'Passwort vergessen?');
  await keys.arrive('Passwort vergessen');
  await keys.fill('Benutzername', username);
  await keys.reach(page.getByRole('radio').first());
  const steps = Object.keys(ways).indexOf(way);
  for (let step = 0; step < steps; step++) await page.keyboard.press('ArrowDown');
  expect(await page.getByRole('radio', { name: new RegExp(ways[way]) }).isChecked()).toBe(true);
  await keys.push('button', 'Code anfordern');
  await keys.arrive('Neues Passwort festlegen');
}

async function complete(code: string, fresh: string): Promise<void> {
  await keys.fill('Code', code);
  await keys.fill('Neues Passwort', fresh);
  await keys.push('button', 'Passwort speichern');
  await keys.arrive('Ihr neues Passwort gilt');
  password = fresh;
}

async function logIn(): Promise<void> {
  await keys.push('link', 'Anmelden');
  await keys.arrive('Anmelden');
  await keys.fill('Benutzername', LENA.kvnr);
  await keys.fill('Passwort', password);
  await page.keyboard.press('Enter');
  await keys.arrive('Guten Tag, Lena Sommer');
}

describe('forgotten password, with the keyboard only', () => {
  it('C12 S21 by e-mail: a new password counts, and whoever was in is out', async () => {
    await order(LENA.kvnr, 'email');
    expect(await barriers(page)).toEqual([]);
    const code = await mailedCode(portal.house, LENA.email, 2);
    await keys.fill('Code', code === '111111' ? '222222' : '111111');
    await keys.fill('Neues Passwort', 'Sonnenblume-8-Wiese');
    await keys.push('button', 'Passwort speichern');
    await page.getByRole('alert').first().waitFor();
    await complete(code, 'Sonnenblume-8-Wiese');
    expect(await barriers(page)).toEqual([]);
    expect((await owner.request.get('/api/v1/session')).status()).toBe(401);
    await logIn();
  });

  it('C12 by text message', async () => {
    await order(LENA.email, 'mobile');
    await complete(await textedCode(portal.house, international(LENA), 2), 'Kirschkuchen-9-Teller');
    await logIn();
  });

  it('C12 by letter: the code comes on paper, days later, in a browser that knows nothing', async () => {
    await order(LENA.kvnr, 'post');
    const code = codeOf(await newestLetter(portal.house, LENA.kvnr, 2));
    await page.context().close();
    page = await portal.visitor();
    keys = new Keyboard(page);
    await page.goto('/hilfe/passwort-vergessen');
    await keys.push('button', 'Ich habe schon einen Code');
    await keys.arrive('Neues Passwort festlegen');
    await keys.fill('Benutzername', LENA.kvnr);
    await complete(code.toLowerCase(), 'Wolkenbruch-3-Regen');
    await logIn();
  });

  it('C12 shows an unknown user name the same pages', async () => {
    await order('M000000019', 'email');
    expect(await page.getByRole('main').innerText()).toContain('Wenn zu diesem Benutzernamen');
  });

  it('S62 the old address takes an e-mail change back by one deliberate click', async () => {
    await signIn(page, LENA.kvnr, password);
    const fresh = 'fremd@post.example';
    const put = await page.request.put('/api/v1/me/email', { data: { email: fresh, password } });
    expect(put.status()).toBe(202);
    const code = await mailedCode(portal.house, fresh);
    await page.request.post('/api/v1/me/email/verification', { data: { code } });
    const link = await until(
      'the mail with the link',
      () => /http\S+#token=[\w-]+/.exec(mailsTo(portal.house, LENA.email).join('\n'))?.[0] ?? null,
    );
    await page.goto(link);
    await keys.arrive('E-Mail-Adresse zurückholen');
    expect(page.url()).not.toContain('token');
    expect(await barriers(page)).toEqual([]);
    await keys.push('button', 'Alte Adresse zurückholen');
    await keys.arrive('Ihre alte Adresse gilt wieder');
    expect(await barriers(page)).toEqual([]);
    expect((await page.request.get('/api/v1/session')).status()).toBe(401);
    expect(portal.faults).toEqual([]);
  });
});
