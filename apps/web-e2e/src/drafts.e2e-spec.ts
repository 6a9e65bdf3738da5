import type { Page } from 'playwright-core';
import { barriers } from './support/accessibility';
import { ERIKA, PASSWORD } from './support/people';
import { Portal } from './support/portal';
import { accountButton, arrive, band, chooseMia, ReleasedBrowsers } from './support/released-browsers';

let portal: Portal;
let erika: ReleasedBrowsers;

beforeAll(async () => {
  portal = await Portal.open();
  erika = await ReleasedBrowsers.of(portal);
});
afterAll(() => portal?.close());
afterEach(() => expect(portal.faults).toEqual([]));

const street = (page: Page) => page.getByLabel('Straße', { exact: true });
const drafts = (page: Page) => page.getByRole('region', { name: 'Weiter, wo Sie waren' });

async function fillAddress(page: Page, name: string): Promise<void> {
  await street(page).fill(name);
  await page.getByLabel('Postleitzahl', { exact: true }).fill('01097');
  await page.getByLabel('Ort', { exact: true }).fill('Dresden');
}

describe('a draft', () => {
  beforeEach(() => portal.house.query('DELETE FROM drafts.draft'));

  it('A4 outlives the log-out and is continued in another browser, at the same step', async () => {
    const page = await erika.at('/daten/anschrift');
    const next = page.getByRole('button', { name: 'Weiter', exact: true });
    expect(await next.getAttribute('aria-describedby')).toBeTruthy();
    await page.getByText('Mit „Weiter“ speichern wir Ihre Eingaben als Entwurf.').waitFor();
    await fillAddress(page, 'Neue Straße');
    await page.getByLabel('Mia Muster').check();
    await next.click();
    await arrive(page, 'Stimmt alles?');
    await accountButton(page).click();
    await page.getByRole('button', { name: 'Abmelden' }).click();
    await arrive(page, /abgemeldet/i);
    await page.context().close();

    const other = await erika.at('/start');
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
  });

  it('E2 is asked for when another person is chosen with something typed, and saved', async () => {
    const page = await erika.at('/daten/anschrift');
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
  });

  it('A4 is saved by itself when the automatic log-out comes near', async () => {
    const page = await portal.visitor();
    await erika.logIn(page);
    await page.clock.install();
    await page.goto('/daten/anschrift');
    await arrive(page, 'Anschrift ändern');
    await page.waitForLoadState('networkidle'); // an answer on its way would tell the deadline anew
    await street(page).fill('Vergessene Straße');
    const saved = page.waitForResponse(
      (answer) => answer.url().endsWith('/drafts/address-change') && answer.request().method() === 'PUT',
    );
    await page.clock.fastForward('13:30');
    expect((await saved).status()).toBe(200);
    await page.context().close();
  });

  it('A4 a session that somebody ended clears no form: after the next login what was typed is there', async () => {
    const page = await erika.at('/daten/anschrift');
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
    await page.getByLabel('Passwort', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await arrive(page, 'Bitte bestätigen Sie auf Ihrem Gerät');
    await erika.phone.decide('approve');
    await arrive(page, 'Anschrift ändern');
    expect(await street(page).inputValue()).toBe('Nicht verlorene Straße');
    await page.context().close();
  });

  it('K4 two browsers do not overwrite each other: the member chooses', async () => {
    const [first, second] = [await erika.at('/daten/anschrift'), await erika.at('/daten/anschrift')];
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
  });
});
