import type { Page } from 'playwright-core';
import { barriers } from './support/accessibility';
import { AYLIN, ERIKA, finishSteps, member, PASSWORD, register, signIn } from './support/people';
import { Phone } from './support/phone';
import { Portal } from './support/portal';

let portal: Portal;
/** Signed in with a device, and without one. */
let full: Page;
let basic: Page;
let phone: Phone;
/** Title of each page, by its address. */
const titles = new Map<string, string>();

beforeAll(async () => {
  portal = await Portal.open();
  full = await portal.visitor();
  phone = new Phone(portal.house);
  await phone.bind(ERIKA.kvnr, await register(portal.house, full.request, ERIKA));
  await signIn(full, ERIKA.kvnr);
  await phone.decide('approve');
  await finishSteps(portal.house, full, ERIKA);
  basic = await portal.visitor();
  await member(portal.house, basic, AYLIN);
});
afterAll(() => portal?.close());

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const button = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true });

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
}

async function expectUsable(page: Page, state?: string): Promise<void> {
  const { pathname, search } = new URL(page.url());
  if (!state) titles.set(pathname + search, await page.title());
  expect(await barriers(page)).toEqual([]);
}

async function provoke(page: Page, submit: string): Promise<void> {
  await button(page, submit).click();
  await page.getByRole('alert').first().waitFor();
  expect(await page.title()).toMatch(/^Fehler: /);
  await expectUsable(page, 'refused');
}

describe('with a device', () => {
  it.each([
    '/start',
    '/daten',
    '/daten/zugang',
    '/daten/zugang/geraet',
    '/daten/zugang/geraet?weg=qr',
    '/daten/zugang/geraet?weg=brief',
    '/daten/zugang/email',
    '/daten/zugang/mobil',
    '/daten/zugang/loeschen',
    '/daten/anschrift',
    '/daten/konto',
    '/daten/festnetz',
    '/daten/protokoll',
  ])('WCAG 2.2 AA: %s', async (path) => {
    await open(full, path);
    await full.getByRole('button', { name: 'Erika Muster' }).waitFor();
    await expectUsable(full);
  });

  it('WCAG 2.2 AA: forms refused', async () => {
    await open(full, '/daten/anschrift');
    await full.getByLabel('Tag', { exact: true }).fill('31');
    await provoke(full, 'Weiter');
    await open(full, '/daten/konto');
    await full.getByLabel('IBAN').fill('DE02 1203');
    await provoke(full, 'Weiter');
    await open(full, '/daten/festnetz');
    await full.getByLabel('Festnetznummer').fill('x');
    await provoke(full, 'Nummer speichern');
    await open(full, '/daten/zugang/geraet?weg=qr');
    await provoke(full, 'QR-Code anzeigen');
  });

  it('WCAG 2.2 AA: one device, refused', async () => {
    await open(full, '/daten/zugang');
    await full.getByRole('link', { name: /^Verwalten/ }).click();
    await full.getByLabel('Name des Geräts').fill('');
    await expectUsable(full);
    await provoke(full, 'Namen speichern');
  });

  it('WCAG 2.2 AA: a change that is checked, waits, was released, refused and withdrawn', async () => {
    await open(full, '/daten/konto');
    await full.getByLabel('IBAN').fill('DE02120300000000202051');
    await button(full, 'Weiter').click();
    await heading(full, 'Stimmt alles?');
    await expectUsable(full);
    await button(full, 'Bankverbindung ändern').click();
    await heading(full, 'Bitte bestätigen Sie auf Ihrem Gerät');
    await expectUsable(full, 'waits');
    await phone.decide('approve');
    await heading(full, 'Ihre Bankverbindung ist geändert');
    await full.getByText(/^DA-/).waitFor();
    await expectUsable(full, 'released');

    await open(full, '/daten/zugang');
    await full.getByRole('link', { name: /^Verwalten/ }).click();
    await button(full, 'Gerät entfernen').click();
    await heading(full, 'Bitte bestätigen Sie auf Ihrem Gerät');
    await phone.decide('decline');
    await heading(full, 'Abgelehnt. Ihre Daten sind unverändert.');
    await expectUsable(full, 'refused');
    await button(full, 'Das war ich nicht').click();
    await full.getByRole('link', { name: 'Anmeldungen ansehen' }).waitFor();
    await expectUsable(full, 'not me');

    await open(full, '/daten/zugang/email');
    await full.getByLabel('E-Mail-Adresse').fill('neu@post.example');
    await full.getByLabel('Ihr Passwort').fill(PASSWORD);
    await button(full, 'Weiter').click();
    await heading(full, 'Bitte bestätigen Sie auf Ihrem Gerät');
    await button(full, 'Anfrage zurückziehen').click();
    await heading(full, 'Anfrage zurückgezogen');
    await expectUsable(full, 'withdrawn');
    await full.getByRole('link', { name: 'Neu anfordern' }).click();
    await heading(full, 'E-Mail-Adresse ändern');
    expect(await full.getByLabel('E-Mail-Adresse').inputValue()).toBe('neu@post.example');
    await full.getByLabel('Ihr Passwort').fill(PASSWORD);
    await button(full, 'Weiter').click();
    await heading(full, 'Bitte bestätigen Sie auf Ihrem Gerät');
    await phone.decide('approve');
    await heading(full, 'Code aus der E-Mail eingeben');
    await expectUsable(full, 'code');
    await open(full, '/daten/freigabe/019306a1-7c1e-7000-8000-000000000003');
    await heading(full, 'Diese Anfrage gibt es nicht');
    await expectUsable(full, 'missing');
  });
});

describe('without a device', () => {
  it.each(['/start', '/daten', '/daten/anschrift', '/daten/konto', '/daten/zugang/geraet'])(
    'WCAG 2.2 AA: %s says what is locked, why, and how to go on',
    async (path) => {
      await open(basic, path);
      await basic.getByRole('button', { name: 'Aylin Demir' }).waitFor();
      await basic
        .getByRole('link', { name: /^(Gerät verbinden|Jetzt gleich verbinden)/ })
        .first()
        .waitFor();
      await expectUsable(basic, 'basic');
    },
  );
});

describe('all of them', () => {
  it('2.4.2 have a title of their own', () => {
    const all = [...titles.values()];
    expect(all.filter((title, index) => all.indexOf(title) !== index)).toEqual([]);
    expect(titles.size).toBeGreaterThan(13);
  });

  it('S27 kept to the content policy and to the origin', () => expect(portal.faults).toEqual([]));
});
