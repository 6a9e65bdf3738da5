import type { Page } from 'playwright-core';
import { mailedCode } from '@of/testing';
import { barriers } from './support/accessibility';
import { hasFocus } from './support/keyboard';
import { AYLIN, ERIKA, goTo, LENA, member, PASSWORD, register } from './support/people';
import { Portal } from './support/portal';

let portal: Portal;
/** Title of each page, by its address. */
const titles = new Map<string, string>();

beforeAll(async () => (portal = await Portal.open()));
afterAll(() => portal?.close());

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const button = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true });

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await heading(page).waitFor();
  await page.waitForLoadState('networkidle');
}

async function expectUsable(page: Page, state?: string): Promise<void> {
  const title = await page.title();
  if (!state) titles.set(new URL(page.url()).pathname + new URL(page.url()).search, title);
  expect(await barriers(page)).toEqual([]);
}

/** Sends the form as it is, and waits until it is refused. */
async function provoke(page: Page, submit: string): Promise<void> {
  await button(page, submit).click();
  await page.getByRole('alert').first().waitFor();
  expect(await page.title()).toMatch(/^Fehler: /);
}

describe('public pages', () => {
  it.each([
    '/',
    '/hilfe',
    '/hilfe/passwort-vergessen',
    '/nutzungsbedingungen',
    '/datenschutz-portal',
    '/barrierefreiheit',
    '/leichte-sprache',
    '/impressum',
    '/abgemeldet',
    '/anmelden',
    '/registrieren',
    '/gibt-es-nicht',
    '/problem',
  ])('WCAG 2.2 AA: %s', async (path) => {
    const page = await portal.visitor();
    await open(page, path);
    await expectUsable(page);
    await page.context().close();
  });

  it('WCAG 2.2 AA: help with a search that finds something, nothing, and one open question', async () => {
    const page = await portal.visitor();
    await open(page, '/hilfe');
    await page.getByRole('searchbox').fill('Passwort');
    await page.getByRole('status').filter({ hasText: /\d/ }).waitFor();
    await page.locator('summary').first().click();
    await expectUsable(page, 'search');
    await page.getByRole('searchbox').fill('Quastenflosser');
    await page
      .getByRole('status')
      .filter({ hasText: /0|kein/i })
      .waitFor();
    await expectUsable(page, 'nothing found');
    await page.context().close();
  });

  it('WCAG 2.2 AA: the menu of small screens', async () => {
    const page = await portal.visitor({ viewport: { width: 320, height: 640 } });
    await open(page, '/');
    await page.getByRole('button', { name: 'Menü' }).click();
    await page.getByRole('link', { name: 'Anmelden' }).first().waitFor();
    await expectUsable(page, 'menu');
    await page.context().close();
  });
});

describe('registration and log-in', () => {
  it('WCAG 2.2 AA: every step of the registration, and what is refused in it', async () => {
    const page = await portal.visitor();
    await open(page, '/registrieren?schritt=person');
    await expectUsable(page);
    await provoke(page, 'Weiter');
    await expectUsable(page, 'refused');
    await page.getByLabel('Versichertennummer', { exact: true }).fill('T555558879');
    await page.getByLabel('Postleitzahl', { exact: true }).fill('04109');
    await button(page, 'Weiter').click();
    await page.getByLabel('Passwort', { exact: true }).waitFor();
    await expectUsable(page);
    await provoke(page, 'Weiter');
    await expectUsable(page, 'refused');
    await page.getByLabel('Passwort', { exact: true }).fill(PASSWORD);
    await button(page, 'Weiter').click();
    await button(page, 'Registrierung absenden').waitFor();
    await expectUsable(page);
    await page.locator('summary').first().click();
    await expectUsable(page, 'text open');
    await provoke(page, 'Registrierung absenden'); // his cover has ended
    await expectUsable(page, 'refused');
    await page.getByRole('link', { name: 'Angaben prüfen und ändern' }).click();
    await page.getByLabel('Versichertennummer', { exact: true }).fill(LENA.kvnr);
    await page.getByLabel('Postleitzahl', { exact: true }).fill(LENA.postalCode);
    await button(page, 'Weiter').click();
    await button(page, 'Weiter').click();
    await button(page, 'Registrierung absenden').click();
    await page.getByRole('heading', { name: 'Ihr Brief ist unterwegs' }).waitFor();
    await expectUsable(page);
    await page.context().close();
  });

  it('WCAG 2.2 AA: log-in refused, by itself and by the server', async () => {
    const page = await portal.visitor();
    await open(page, '/anmelden');
    await provoke(page, 'Anmelden');
    await expectUsable(page, 'refused');
    await page.getByLabel('Benutzername', { exact: true }).fill('Z123456783');
    await page.getByLabel('Passwort', { exact: true }).fill('Falsch-Falsch-1');
    await provoke(page, 'Anmelden');
    await expectUsable(page, 'refused by the server');
    await page.context().close();
  });
});

describe('first log-in', () => {
  let code = '';
  beforeAll(async () => {
    const page = await portal.visitor();
    code = await register(portal.house, page.request, AYLIN);
    await page.context().close();
  });

  it('WCAG 2.2 AA: activation, refused, and with a new letter ordered too soon', async () => {
    const page = await portal.visitor();
    await goTo('activate', portal.house, page, AYLIN, code);
    await open(page, '/freischalten');
    await expectUsable(page);
    await provoke(page, 'Zugang freischalten');
    await expectUsable(page, 'refused');
    await button(page, 'Neuen Brief bestellen').click();
    await page
      .getByRole('alert')
      .nth(1)
      .or(page.getByRole('status').filter({ hasText: 'bestellt' }))
      .first()
      .waitFor();
    await expectUsable(page, 'letter');
    await page.context().close();
  });

  it('WCAG 2.2 AA: terms, and contact with its codes', async () => {
    const page = await portal.visitor();
    await goTo('accept-terms', portal.house, page, AYLIN, code);
    await open(page, '/bedingungen');
    await expectUsable(page);
    await provoke(page, 'Zustimmen und weiter');
    await page.locator('summary').first().click();
    await expectUsable(page, 'refused');
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    await button(page, 'Zustimmen und weiter').click();

    await page.getByLabel('E-Mail-Adresse', { exact: true }).waitFor();
    await expectUsable(page);
    await provoke(page, 'Code senden');
    await expectUsable(page, 'refused');
    await page.getByLabel('E-Mail-Adresse', { exact: true }).fill(AYLIN.email);
    await page.getByLabel('Ihr Passwort', { exact: true }).fill(PASSWORD);
    await button(page, 'Code senden').click();
    await page.getByLabel('Code', { exact: true }).waitFor();
    await expectUsable(page, 'code');
    await provoke(page, 'Bestätigen');
    await expectUsable(page, 'code refused');
    await page.getByLabel('Code', { exact: true }).fill(await mailedCode(portal.house, AYLIN.email));
    await button(page, 'Bestätigen').click();
    await page.getByLabel('Mobilnummer', { exact: true }).waitFor();
    await expectUsable(page, 'mobile');
    await button(page, 'Ich habe keine Mobilnummer').click();
    await button(page, 'Ohne Mobilnummer weiter').waitFor();
    await expectUsable(page, 'without mobile');
    await button(page, 'Ohne Mobilnummer weiter').click();
    await page.getByRole('heading', { name: /^Guten Tag/ }).waitFor();
    await expectUsable(page);
    await page.context().close();
  });
});

describe('members', () => {
  let page: Page;
  beforeAll(async () => {
    page = await portal.visitor();
    await member(portal.house, page, ERIKA);
  });
  afterAll(() => page?.context().close());

  it.each([
    '/start',
    '/daten',
    '/daten/zugang',
    '/daten/zugang/email',
    '/daten/zugang/mobil',
    '/daten/zugang/passwort',
    '/daten/benachrichtigungen',
    '/hilfe',
  ])('WCAG 2.2 AA: %s', async (path) => {
    await open(page, path);
    await page.getByRole('button', { name: 'Erika Muster' }).waitFor();
    await expectUsable(page, path === '/hilfe' ? 'with session' : undefined);
  });

  it('WCAG 2.2 AA: the password form refused, and the account menu', async () => {
    await open(page, '/daten/zugang/passwort');
    await provoke(page, 'Neues Passwort speichern');
    await expectUsable(page, 'refused');
    await page.getByRole('button', { name: 'Erika Muster' }).click();
    await page.getByRole('dialog').waitFor();
    await expectUsable(page, 'menu');
  });

  it('2.4.3 moves the focus to the heading after each change of page', async () => {
    await open(page, '/start');
    for (const name of ['Meine Daten', 'Zugangsdaten', 'Start']) {
      await page
        .getByRole('navigation', { name: 'Bereiche', exact: true })
        .getByRole('link', { name, exact: true })
        .click();
      await heading(page)
        .filter({ hasText: name === 'Start' ? 'Guten Tag' : name })
        .waitFor();
      expect([name, await hasFocus(heading(page))]).toEqual([name, true]);
    }
  });

  it('3.1.1 names its language, and switches it with the texts', async () => {
    await open(page, '/daten');
    const language = () => page.evaluate(() => document.documentElement.lang);
    expect(await language()).toBe('de');
    await page.getByRole('button', { name: 'English' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'My data' }).waitFor();
    expect(await language()).toBe('en');
    expect(await page.title()).toMatch(/^My data/);
    await expectUsable(page, 'English');
    await page.getByRole('button', { name: 'Deutsch' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Meine Daten' }).waitFor();
  });

  it('forced colours: what is chosen, focused or a button can still be seen', async () => {
    await open(page, '/daten/zugang/passwort');
    await page.emulateMedia({ forcedColors: 'active' });
    const submit = button(page, 'Neues Passwort speichern');
    await submit.focus();
    const style = await submit.evaluate((element) => {
      const { borderTopStyle, borderTopWidth, outlineStyle } = getComputedStyle(element);
      return { isFramed: borderTopStyle !== 'none' && borderTopWidth !== '0px', outlineStyle };
    });
    expect(style.isFramed).toBe(true);
    await page.keyboard.press('Shift+Tab');
    const focused = await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle);
    expect(focused).not.toBe('none');
    await page.emulateMedia({ forcedColors: 'none' });
  });
});

describe('all of them', () => {
  it('2.4.2 have a title of their own', () => {
    const all = [...titles.values()];
    expect(all.filter((title, index) => all.indexOf(title) !== index)).toEqual([]);
    expect(all.filter((title) => !title.includes('Onlinefiliale'))).toEqual([]);
    expect(titles.size).toBeGreaterThan(20);
  });

  it('S27 K15 kept to the content policy and to the origin', () => expect(portal.faults).toEqual([]));
});
