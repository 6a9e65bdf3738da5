import type { Page } from 'playwright-core';
import { AYLIN, ERIKA, goTo, member, PASSWORD, register, signIn } from './support/people';
import { Portal } from './support/portal';

const personal = /Erika|A123456780|erika@post|Königsbrücker|23456789/;

let portal: Portal;

beforeAll(async () => {
  portal = await Portal.open();
  const page = await portal.visitor();
  await member(portal.house, page, ERIKA);
  await page.context().close();
});
afterAll(() => portal?.close());

const countdown = (page: Page) => page.getByText('Automatische Abmeldung in').first();
const dialog = (page: Page) => page.getByRole('alertdialog', { name: 'Möchten Sie angemeldet bleiben?' });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

async function left(page: Page): Promise<string> {
  await countdown(page).waitFor();
  return /in\s+(\S+)$/.exec((await countdown(page).innerText()).trim())?.[1] ?? '';
}

async function seconds(page: Page): Promise<number> {
  const [minutes, rest] = (await left(page)).split(':').map(Number);
  return (minutes ?? NaN) * 60 + (rest ?? NaN);
}

/** Signed in on the home page; the browser's clock can be moved. */
async function atHome(): Promise<Page> {
  const page = await portal.visitor();
  await signIn(page, ERIKA.kvnr);
  await page.clock.install();
  await page.goto('/start');
  await heading(page, 'Guten Tag').waitFor();
  // Every answer tells the deadline anew: what the page asks for by itself is over before anybody moves the clock.
  await page.waitForLoadState('networkidle');
  return page;
}

describe('countdown', () => {
  it('A1 reads --:-- on every public page without a session', async () => {
    const page = await portal.visitor();
    for (const path of [
      '/',
      '/hilfe',
      '/anmelden',
      '/registrieren',
      '/impressum',
      '/barrierefreiheit',
      '/abgemeldet',
      '/nix',
    ]) {
      await page.goto(path);
      expect([path, await left(page)]).toEqual([path, '--:--']);
    }
    await page.context().close();
  });

  it('A1 reads mm:ss with a session, also in the first steps and on public pages, and ticks', async () => {
    const page = await portal.visitor();
    await goTo('activate', portal.house, page, AYLIN, await register(portal.house, page.request, AYLIN));
    for (const path of ['/freischalten', '/hilfe']) {
      await page.goto(path);
      await countdown(page)
        .filter({ hasText: /1[45]:\d\d$/ })
        .waitFor();
    }
    const [before, begun] = [await seconds(page), Date.now()];
    await page.waitForTimeout(2_100);
    const passed = before - (await seconds(page));
    expect(passed).toBeGreaterThanOrEqual(2);
    // It shows whole seconds, and reading it takes a moment at both ends.
    expect(passed).toBeLessThanOrEqual((Date.now() - begun) / 1_000 + 2);
    await page.context().close();
  });

  it('A1 is right at once after sleep, and follows the deadline of the server, not the clock of the device', async () => {
    const page = await atHome();
    await page.clock.fastForward('05:00');
    await countdown(page)
      .filter({ hasText: /(10:00|09:5\d)$/ })
      .waitFor();
    // The next answer tells the server's time: for the server no five minutes have passed.
    await page.reload();
    await heading(page, 'Guten Tag').waitFor();
    await countdown(page)
      .filter({ hasText: /1[45]:\d\d$/ })
      .waitFor();
    await page.context().close();
  });
});

describe('warning', () => {
  it('A3 asks two minutes before the end, and Escape means to stay', async () => {
    const page = await atHome();
    expect(await dialog(page).count()).toBe(0);
    await page.clock.fastForward('13:30');
    await dialog(page).waitFor();
    expect(await page.title()).toMatch(/^Achtung: /);
    expect(await dialog(page).getByRole('status').innerText()).toMatch(/2 Minuten/);
    expect(await dialog(page).evaluate((element) => element.contains(document.activeElement))).toBe(true);
    const extended = page.waitForResponse((answer) => answer.url().endsWith('/api/v1/session/extension'));
    await page.keyboard.press('Escape');
    expect((await extended).status()).toBe(200);
    await dialog(page).waitFor({ state: 'detached' });
    await countdown(page)
      .filter({ hasText: /1[45]:\d\d$/ })
      .waitFor();
    expect(await page.title()).not.toMatch(/Achtung/);
    await page.context().close();
  });

  it('A3 logs out by its second button', async () => {
    const page = await atHome();
    await page.clock.fastForward('13:30');
    await dialog(page).getByRole('button', { name: 'Abmelden' }).click();
    await heading(page, 'Sie sind abgemeldet').waitFor();
    expect((await page.request.get('/api/v1/session')).status()).toBe(401);
    await page.context().close();
  });
});

describe('end of a session', () => {
  it('A2 logs out in all tabs, and leaves nothing personal on the screen', async () => {
    const page = await atHome();
    const other = await page.context().newPage();
    await other.goto('/daten');
    await heading(other, 'Meine Daten').waitFor();
    await page.getByRole('button', { name: 'Erika Muster' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Abmelden' }).click();
    for (const tab of [page, other]) {
      await heading(tab, 'Sie sind abgemeldet').waitFor();
      expect(await tab.content()).not.toMatch(personal);
      expect(await left(tab)).toBe('--:--');
    }
    await page.context().close();
  });

  it('A2 A4 says so when the server has ended the session, and leads back to the page after the next log-in', async () => {
    const page = await atHome();
    await page.request.delete('/api/v1/session');
    await page.getByRole('link', { name: 'Zugangsdaten', exact: true }).first().click();
    await heading(page, 'Sie sind abgemeldet').waitFor();
    expect(await page.getByRole('main').innerText()).toContain('Ihre Anmeldung wurde beendet');
    expect(await page.content()).not.toMatch(personal);
    await page.getByRole('link', { name: 'Wieder anmelden' }).click();
    await page.getByLabel('Benutzername', { exact: true }).fill(ERIKA.kvnr);
    await page.getByLabel('Passwort', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await heading(page, 'Zugangsdaten').waitFor();
    await page.context().close();
  });
});

describe('traces', () => {
  it('S29 leaves no personal data in storage, caches or addresses', async () => {
    const page = await portal.visitor();
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(decodeURIComponent(request.url())));
    await signIn(page, ERIKA.kvnr);
    for (const path of ['/start', '/daten', '/daten/zugang']) {
      await page.goto(path);
      await page.getByRole('button', { name: 'Erika Muster' }).waitFor();
      await page.waitForLoadState('networkidle');
    }
    const stored = await page.evaluate(async () => {
      const caches = await self.caches.keys();
      const databases = await indexedDB.databases();
      return JSON.stringify({
        local: { ...localStorage },
        session: { ...sessionStorage },
        caches,
        databases,
        cookie: document.cookie,
      });
    });
    expect(stored).not.toMatch(personal);
    expect(JSON.parse(stored)).toMatchObject({ caches: [], databases: [], cookie: '' });
    expect(addresses.filter((address) => personal.test(address))).toEqual([]);
    await page.context().close();
  });

  it('S27 K15 no page broke the content policy, and no call left the origin', () => expect(portal.faults).toEqual([]));
});
