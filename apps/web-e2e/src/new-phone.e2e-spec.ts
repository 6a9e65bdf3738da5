import type { Page } from 'playwright-core';
import { barriers } from './support/accessibility';
import { makeKey, memberWithPhone, newPhone, openWaiting, release } from './support/companion';
import { Keyboard } from './support/keyboard';
import { AYLIN, ERIKA, member, PASSWORD } from './support/people';
import { Portal } from './support/portal';
import { steps } from './support/steps';

let portal: Portal;
let page: Page;
let oldPhone: Page;
let nextPhone: Page;
let keys: Keyboard;
const step = steps(() => page);

beforeAll(async () => {
  portal = await Portal.open();
  ({ page, phone: oldPhone } = await memberWithPhone(portal, ERIKA));
  keys = new Keyboard(page);
});
afterAll(() => portal?.close());
afterEach(() => expect(portal.faults).toEqual([]));

const numberOn = async (screen: Page, pattern: RegExp) =>
  pattern.exec(await screen.getByRole('main').innerText())?.[1] ?? 'none';

/** From the ways to the code; gives the address in it. */
async function showCode(): Promise<string> {
  await keys.fill('Passwort', PASSWORD);
  await page.keyboard.press('Enter');
  await keys.arrive('Diesen Code mit dem neuen Gerät scannen');
  await page.getByRole('img', { name: /^QR-Code/ }).waitFor();
  return page.getByText('#transfer=').innerText();
}

describe('a new phone through the old one', () => {
  step(
    'S20 D10 shows a code, and the old phone releases exactly the key that the new one made',
    async () => {
      await page.goto('/daten/zugang');
      await keys.push('link', 'Gerät einrichten');
      await keys.arrive('Ein Gerät einrichten');
      await keys.push('link', /^Mit einem Gerät, das Sie noch haben/);
      await keys.arrive('Mit einem Gerät, das Sie noch haben');
      const address = await showCode();
      expect(await barriers(page)).toEqual([]);

      nextPhone = await newPhone(portal);
      await nextPhone.goto(address);
      await makeKey(nextPhone, 'Neues Handy');
      await nextPhone.getByRole('heading', { level: 1, name: 'Jetzt auf dem alten Gerät freigeben' }).waitFor();
      await page.bringToFront();
      await keys.arrive('Jetzt auf dem alten Gerät freigeben');
      const number = await numberOn(page, /Ihre Zahl\s+(\d\d)/);
      expect(await nextPhone.getByRole('main').innerText()).toContain(number);
      expect(await barriers(page)).toEqual([]);
      expect(await openWaiting(oldPhone)).toContain(number);
      await release(oldPhone, number);
      await page.bringToFront();
      await keys.arrive('Neues Handy ist eingerichtet');
    },
    120_000,
  );

  step(
    'D10 the old one is removed with a release on the new one',
    async () => {
      await nextPhone.bringToFront();
      await nextPhone.getByRole('button', { name: 'Zugang öffnen' }).click();
      await nextPhone.getByRole('heading', { level: 1, name: 'Ihr Gerät ist eingerichtet' }).waitFor();
      await page.bringToFront();
      await keys.push('link', 'Zu meinen Geräten');
      await keys.arrive('Zugangsdaten');
      await page.getByRole('link', { name: /^Verwalten\W*Neues Handy$/ }).waitFor();
      await keys.push('link', /^Verwalten\W*Mein Gerät$/);
      await keys.arrive('Mein Gerät');
      await keys.push('button', 'Gerät entfernen');
      await keys.arrive('Bitte bestätigen Sie auf Ihrem Gerät');
      await openWaiting(nextPhone);
      await release(nextPhone, '');
      await page.bringToFront();
      await keys.arrive('Das Gerät ist entfernt');
      await keys.push('link', 'Zu meinen Geräten');
      await keys.arrive('Zugangsdaten');
      await page.getByRole('link', { name: /^Verwalten\W*Neues Handy$/ }).waitFor();
      expect(await page.getByRole('link', { name: /^Verwalten/ }).count()).toBe(1);
    },
    90_000,
  );
});

describe('the first phone, right after activation', () => {
  step(
    'D12 needs no letter, and confirms this very session',
    async () => {
      page = await portal.visitor();
      keys = new Keyboard(page);
      await member(portal.house, page, AYLIN);
      await page.goto('/start');
      await page.getByRole('heading', { name: 'Zweites Merkmal einrichten' }).waitFor();
      await keys.push('link', 'Gerät verbinden');
      await keys.arrive('Ein Gerät einrichten');
      await keys.push('link', /^Jetzt gleich verbinden/);
      await keys.arrive('Jetzt gleich verbinden');
      const address = await showCode();
      const phone = await newPhone(portal);
      await phone.goto(address);
      await makeKey(phone);
      await phone.getByRole('heading', { level: 1, name: 'Ihr Gerät ist eingerichtet' }).waitFor();
      await page.bringToFront();
      await keys.arrive(/ist eingerichtet$/);
      expect(await barriers(page)).toEqual([]);
      await keys.push('button', 'Anmeldung bestätigen');
      await keys.arrive('Bitte bestätigen Sie Ihre Anmeldung');
      await keys.push('button', 'Anfrage senden');
      await keys.arrive('Bitte bestätigen Sie auf Ihrem Gerät');
      const number = await numberOn(page, /Ihre Zahl\s+(\d\d)/);
      await openWaiting(phone);
      await release(phone, number);
      await page.bringToFront();
      await keys.arrive('Guten Tag, Aylin Demir');
      expect(await page.getByText('Zweites Merkmal einrichten').count()).toBe(0);
    },
    120_000,
  );

  step(
    'C10 deletes the account with a release on the phone',
    async () => {
      await page.goto('/daten/zugang/loeschen');
      await keys.push('button', 'Weiter zum Löschen');
      await keys.arrive('Möchten Sie Ihren Zugang wirklich löschen?');
      await keys.fill('Passwort', PASSWORD);
      await keys.push('button', 'Zugang endgültig löschen');
      await keys.arrive('Bitte bestätigen Sie auf Ihrem Gerät');
      const phone = portal.browser.contexts().at(-1)?.pages()[0] as Page;
      await openWaiting(phone);
      await release(phone, '');
      await page.bringToFront();
      await keys.arrive('Ihr Zugang ist gelöscht');
      expect((await page.request.get('/api/v1/session')).status()).toBe(401);
    },
    60_000,
  );
});
