import type { Page } from 'playwright-core';
import { memberWithPhone, openWaiting, refuse, release } from './support/companion';
import { hasFocus, Keyboard } from './support/keyboard';
import { ERIKA } from './support/people';
import { Portal } from './support/portal';
import { steps } from './support/steps';

const OTHER_IBAN = 'DE02120300000000202051';

let portal: Portal;
let page: Page;
let phone: Page;
let keys: Keyboard;
const step = steps(() => page);

beforeAll(async () => {
  portal = await Portal.open([], { hasClock: true });
  ({ page, phone } = await memberWithPhone(portal, ERIKA));
  keys = new Keyboard(page);
});
afterAll(() => portal?.close());
afterEach(() => expect(portal.faults).toEqual([]));

const title = () => page.getByRole('heading', { level: 1 });
const main = () => page.getByRole('main').innerText();
const numberOnPage = async () => /Ihre Zahl\s+(\d\d)/.exec(await main())?.[1] ?? 'none';
const me = async () => (await (await page.request.get('/api/v1/me')).json()) as Record<string, Record<string, string>>;

async function enterAccount(): Promise<void> {
  await page.goto('/daten');
  await keys.push('link', /^Ändern\W*Bankverbindung$/);
  await keys.arrive('Bankverbindung ändern');
  await keys.fill('IBAN', OTHER_IBAN);
  await keys.push('button', 'Weiter');
  await keys.arrive('Stimmt alles?');
}

async function ask(): Promise<void> {
  await keys.push('button', 'Bankverbindung ändern');
  await keys.arrive('Bitte bestätigen Sie auf Ihrem Gerät');
}

describe('a protected change, asked for in the portal and released on the phone, with the keyboard only', () => {
  step(
    'F2 asks for the new address and shows it beside the old one',
    async () => {
      await page.goto('/daten');
      await keys.push('link', /^Ändern\W*Anschrift$/);
      await keys.arrive('Anschrift ändern');
      await keys.push('button', 'Weiter');
      await page.getByRole('alert').first().waitFor();
      await keys.fill('Straße', 'Lindenweg');
      await keys.fill('Hausnummer', '3');
      await keys.fill('Postleitzahl', '04109');
      await keys.fill('Ort', 'Leipzig');
      await keys.push('button', 'Weiter');
      await keys.arrive('Stimmt alles?');
      expect(await main()).toMatch(
        /Bisher\s+Königsbrücker Straße 7a, 01099 Dresden\s+Neu\s+Lindenweg 3, 04109 Leipzig/,
      );
    },
    60_000,
  );

  step(
    'D5 D7 shows the same on both screens, survives a reload, and changes nothing before the release',
    async () => {
      await keys.push('button', 'Anschrift ändern');
      await keys.arrive('Bitte bestätigen Sie auf Ihrem Gerät');
      const number = await numberOnPage();
      await page.reload();
      await keys.arrive('Bitte bestätigen Sie auf Ihrem Gerät');
      expect(await numberOnPage()).toBe(number);
      const shown = await openWaiting(phone);
      expect(shown).toContain('Lindenweg 3, 04109 Leipzig');
      expect(shown).toContain(number);
      expect((await me())['address']).toMatchObject({ city: 'Dresden' });
    },
    60_000,
  );

  step(
    'F2 goes on by itself to a confirmation with its reference, and says what counts',
    async () => {
      await release(phone, '');
      await keys.arrive('Ihre Anschrift ist geändert');
      expect(await hasFocus(title())).toBe(true);
      await page.getByText(/^DA-/).waitFor();
      await page.reload();
      await page.getByText(/^DA-/).waitFor();
      await page.goto('/daten');
      await page.getByText('Lindenweg 3').waitFor();
      expect((await me())['address']).toMatchObject({ city: 'Leipzig', postalCode: '04109' });
    },
    60_000,
  );

  step(
    'D6 refused, says that nothing was changed and keeps what was typed',
    async () => {
      await enterAccount();
      await ask();
      await openWaiting(phone);
      await refuse(phone);
      await keys.arrive('Abgelehnt. Ihre Daten sind unverändert.');
      expect(await hasFocus(title())).toBe(true);
      expect((await me())['bankAccount']).toMatchObject({ ibanMasked: expect.stringContaining('3000') as string });
      await keys.push('link', 'Noch einmal ansehen');
      await keys.arrive('Bankverbindung ändern');
      expect(await page.getByLabel('IBAN').inputValue()).toBe('DE02 1203 0000 0000 2020 51');
    },
    60_000,
  );

  step(
    'D6 run out, is asked for once more with one button, and F3 the first payment to the new account waits',
    async () => {
      await keys.push('button', 'Weiter');
      await keys.arrive('Stimmt alles?');
      await ask();
      await portal.house.clock.advance('5 minutes 1 second');
      await page.getByRole('heading', { level: 1, name: 'Die 5 Minuten sind vorbei' }).waitFor({ timeout: 30_000 });
      await keys.push('button', 'Neu anfordern');
      await keys.arrive('Bitte bestätigen Sie auf Ihrem Gerät');
      const shown = await openWaiting(phone);
      expect(shown).toContain(await numberOnPage());
      expect(shown).not.toContain(OTHER_IBAN);
      await release(phone, '');
      await keys.arrive('Ihre Bankverbindung ist geändert');
      await page.getByText('zahlen wir bis').waitFor();
    },
    90_000,
  );

  step(
    'D6 taken back in the portal, is over on the phone, too',
    async () => {
      await enterAccount();
      await ask();
      await keys.push('button', 'Anfrage zurückziehen');
      await keys.arrive('Anfrage zurückgezogen');
      await phone.goto('/');
      await phone.getByRole('heading', { level: 1 }).waitFor();
      expect(await phone.getByRole('link', { name: /Ansehen und entscheiden/ }).count()).toBe(0);
    },
    60_000,
  );

  step(
    'F1 the access log tells who did what, the newest first',
    async () => {
      await page.goto('/daten');
      await keys.push('link', 'Wer hat wann was gesehen oder geändert');
      await keys.arrive('Wer hat wann was gesehen oder geändert');
      const log = await main();
      expect(log.indexOf('Bankverbindung geändert')).toBeGreaterThan(0);
      expect(log.indexOf('Anschrift geändert')).toBeGreaterThan(log.indexOf('Bankverbindung geändert'));
    },
    60_000,
  );
});
