import type { BrowserContextOptions, Page } from 'playwright-core';
import { barriers } from './support/accessibility';
import { Keyboard } from './support/keyboard';
import { ERIKA, finishFirstLogin, register, signIn } from './support/people';
import { Phone } from './support/phone';
import { Portal } from './support/portal';

let portal: Portal;
let phone: Phone;

beforeAll(async () => {
  portal = await Portal.open();
  const page = await portal.visitor();
  phone = new Phone(portal.house);
  await phone.bind(ERIKA.kvnr, await register(portal.house, page.request, ERIKA));
  await signIn(page, ERIKA.kvnr);
  await phone.decide('approve');
  await finishFirstLogin(portal.house, page, ERIKA);
  await page.context().close();
}, 120_000);
afterAll(() => portal?.close(), 60_000);
afterEach(() => expect(portal.faults).toEqual([]));

const arrive = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const band = (page: Page) => page.getByRole('region', { name: 'Vertretung' });
const street = (page: Page) => page.getByLabel('Straße', { exact: true });
const drafts = (page: Page) => page.getByRole('region', { name: 'Weiter, wo Sie waren' });
const account = (page: Page) => page.getByRole('banner').getByRole('button', { name: /Erika/ });

/** A browser in which Erika is logged in, on this page. */
async function erikaAt(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await portal.visitor(options);
  await signIn(page, ERIKA.kvnr);
  await phone.decide('approve');
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

async function fillAddress(page: Page, name: string): Promise<void> {
  await street(page).fill(name);
  await page.getByLabel('Postleitzahl', { exact: true }).fill('01097');
  await page.getByLabel('Ort', { exact: true }).fill('Dresden');
}

async function chooseMia(page: Page): Promise<void> {
  await account(page).click();
  await page.getByRole('button', { name: /^Mia Muster/ }).click();
}

/** No draft is left over from another test. */
async function withoutDrafts(): Promise<void> {
  await portal.house.query('DELETE FROM drafts.draft');
}

describe('acting for a child', () => {
  it('E2 with the keyboard alone: chosen by name, the band on every page, its data, and back again', async () => {
    const page = await erikaAt('/start');
    const keyboard = new Keyboard(page);
    expect(await band(page).count()).toBe(0);
    await keyboard.reach(account(page));
    await page.keyboard.press('Enter');
    await keyboard.push('button', /^Mia Muster/);
    await arrive(page, 'Start für Mia Muster');
    expect(new URL(page.url()).pathname).toMatch(/^\/person\/[0-9a-f-]{36}\/start$/);
    await band(page).getByText('Sie handeln für Mia Muster').waitFor();
    await keyboard.reach(
      page.getByRole('navigation', { name: 'Bereiche', exact: true }).getByRole('link', { name: 'Meine Daten' }),
    );
    await page.keyboard.press('Enter');
    await arrive(page, 'Daten von Mia Muster');
    await band(page).waitFor();
    const main = page.getByRole('main');
    await main.getByText('C000500021').waitFor();
    expect(await main.innerText()).not.toMatch(/Erika|A123456780|erika@post/);
    await page.reload();
    await band(page).waitFor();
    await keyboard.push('button', 'Zurück zu mir');
    await arrive(page, 'Guten Tag, Erika Muster');
    expect(await band(page).count()).toBe(0);
    expect(new URL(page.url()).pathname).toBe('/start');
    await page.context().close();
  }, 60_000);

  it('E1 says on the family page for whom, and what the birthdays change', async () => {
    const page = await erikaAt('/familie');
    await arrive(page, 'Für wen möchten Sie handeln?');
    const cards = page.getByRole('main').getByRole('listitem');
    expect(await cards.getByRole('heading').allInnerTexts()).toEqual(['Erika Muster', 'Jonas Muster', 'Mia Muster']);
    await page.getByText(/Ab dem 3\.\s+Mai 2032 darf Mia einen eigenen Zugang haben/).waitFor();
    await page.getByText(/Bis zum 13\.\s+Februar 2028 können Sie für Jonas handeln/).waitFor();
    await page.getByRole('button', { name: 'Für Jonas handeln' }).click();
    await arrive(page, 'Start für Jonas Muster');
    await page.context().close();
  });

  it('S36 opens no page of somebody else, and says why', async () => {
    const page = await erikaAt('/person/019306a1-7c1e-7000-8000-00000000ffff/daten');
    await arrive(page, 'Für diese Person können Sie nicht handeln');
    expect(await band(page).count()).toBe(0);
    await page.context().close();
  });

  it('WCAG 2.2 AA: menu, home, data, family page', async () => {
    const page = await erikaAt('/start');
    await account(page).click();
    await page.getByRole('button', { name: /^Mia Muster/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: /^Mia Muster/ }).click();
    await arrive(page, 'Start für Mia Muster');
    await band(page).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'Daten von Mia' }).click();
    await arrive(page, 'Daten von Mia Muster');
    expect(await barriers(page)).toEqual([]);
    await page.goto('/familie');
    await arrive(page, 'Für wen möchten Sie handeln?');
    expect(await barriers(page)).toEqual([]);
    await page.context().close();
  }, 120_000);
});

describe('a draft', () => {
  beforeEach(withoutDrafts);

  it('A4 outlives the log-out and is continued in another browser, at the same step', async () => {
    const page = await erikaAt('/daten/anschrift');
    const next = page.getByRole('button', { name: 'Weiter', exact: true });
    expect(await next.getAttribute('aria-describedby')).toBeTruthy();
    await page.getByText('Mit „Weiter“ speichern wir Ihre Eingaben als Entwurf.').waitFor();
    await fillAddress(page, 'Neue Straße');
    await page.getByLabel('Mia Muster').check();
    await next.click();
    await arrive(page, 'Stimmt alles?');
    await account(page).click();
    await page.getByRole('button', { name: 'Abmelden' }).click();
    await arrive(page, /abgemeldet/i);
    await page.context().close();

    const other = await erikaAt('/start');
    await drafts(other)
      .getByRole('link', { name: /^Anschrift ändern/ })
      .click();
    await arrive(other, 'Stimmt alles?');
    const main = other.getByRole('main');
    await main.getByText('Neue Straße').waitFor();
    await main.getByText('Mia Muster').waitFor();
    await main.getByRole('link', { name: /^Ändern/ }).click();
    await arrive(other, 'Anschrift ändern');
    expect(await street(other).inputValue()).toBe('Neue Straße');
    await other.getByText(/ist wieder da/).waitFor();
    expect(await barriers(other)).toEqual([]);
    await other.getByRole('button', { name: 'Entwurf löschen' }).click();
    await other.getByText('Mit „Weiter“ speichern wir').waitFor();
    expect(await street(other).inputValue()).toBe('');
    await other.goto('/start');
    await arrive(other, 'Guten Tag');
    await other.waitForLoadState('networkidle');
    expect(await drafts(other).count()).toBe(0);
    await other.context().close();
  }, 90_000);

  it('E2 is asked for when another person is chosen with something typed, and saved', async () => {
    const page = await erikaAt('/daten/anschrift');
    await chooseMia(page);
    await arrive(page, 'Start für Mia Muster'); // nothing typed, nothing asked
    await page.goto('/daten/anschrift');
    await fillAddress(page, 'Getippte Straße');
    await chooseMia(page);
    const question = page.getByRole('alertdialog', { name: 'Möchten Sie Ihre Eingaben speichern?' });
    await question.waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    expect(await street(page).inputValue()).toBe('Getippte Straße');
    await chooseMia(page);
    await question.getByRole('button', { name: 'Speichern und wechseln' }).click();
    await arrive(page, 'Start für Mia Muster');
    expect(await drafts(page).count()).toBe(0); // it is a draft of Erika's own
    await band(page).getByRole('button').click();
    await drafts(page)
      .getByRole('link', { name: /^Anschrift ändern/ })
      .click();
    await arrive(page, 'Anschrift ändern');
    expect(await street(page).inputValue()).toBe('Getippte Straße');
    await page.context().close();
  }, 90_000);

  it('A4 is saved by itself when the automatic log-out comes near', async () => {
    const page = await portal.visitor();
    await signIn(page, ERIKA.kvnr);
    await phone.decide('approve');
    await page.clock.install();
    await page.goto('/daten/anschrift');
    await arrive(page, 'Anschrift ändern');
    await street(page).fill('Vergessene Straße');
    const saved = page.waitForResponse(
      (answer) => answer.url().endsWith('/drafts/address-change') && answer.request().method() === 'PUT',
    );
    await page.clock.fastForward('13:30');
    expect((await saved).status()).toBe(200);
    await page.context().close();
  });

  it('A4 a session that somebody ended clears no form: after the next login what was typed is there', async () => {
    const page = await erikaAt('/daten/anschrift');
    await fillAddress(page, 'Nicht verlorene Straße');
    await portal.house.query(`UPDATE identity.session SET ended_at = platform.now() WHERE ended_at IS NULL`);
    await page.getByRole('button', { name: 'Weiter', exact: true }).click();
    await arrive(page, /abgemeldet|Sitzung/i);
    expect(await page.getByRole('main').innerText()).not.toContain('Nicht verlorene');
    await page
      .getByRole('link', { name: /anmelden/i })
      .first()
      .click();
    await page.getByLabel('Benutzername').fill(ERIKA.kvnr);
    await page.getByLabel('Passwort', { exact: true }).fill('Regenbogen-7-Fahrrad');
    await page.keyboard.press('Enter');
    await arrive(page, 'Bitte bestätigen Sie auf Ihrem Gerät');
    await phone.decide('approve');
    await arrive(page, 'Anschrift ändern');
    expect(await street(page).inputValue()).toBe('Nicht verlorene Straße');
    await page.context().close();
  }, 60_000);

  it('K4 two browsers do not overwrite each other: the member chooses', async () => {
    const [first, second] = [await erikaAt('/daten/anschrift'), await erikaAt('/daten/anschrift')];
    await fillAddress(first, 'Erste Straße');
    await first.getByRole('button', { name: 'Weiter', exact: true }).click();
    await arrive(first, 'Stimmt alles?');
    await fillAddress(second, 'Zweite Straße');
    await second.getByRole('button', { name: 'Weiter', exact: true }).click();
    await second.getByText('inzwischen an anderer Stelle geändert').waitFor();
    expect(await barriers(second)).toEqual([]);
    await second.getByRole('button', { name: 'Neuere Fassung übernehmen' }).click();
    expect(await street(second).inputValue()).toBe('Erste Straße');
    await fillAddress(second, 'Dritte Straße');
    await second.getByRole('button', { name: 'Weiter', exact: true }).click();
    await arrive(second, 'Stimmt alles?');
    const [draft] = await portal.house.query<{ revision: number }>('SELECT revision FROM drafts.draft');
    expect(draft?.revision).toBe(2);
    for (const page of [first, second]) await page.context().close();
  }, 90_000);
});
