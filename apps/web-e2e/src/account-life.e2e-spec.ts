import { codeOf, mailsTo, newestLetter, until } from '@of/testing';
import type { Page } from 'playwright-core';
import { barriers } from './support/accessibility';
import { Keyboard } from './support/keyboard';
import { AYLIN, PASSWORD, member, register } from './support/people';
import { Portal } from './support/portal';
import { steps } from './support/steps';

let portal: Portal;
let page: Page;
let keys: Keyboard;
const step = steps(() => page);

beforeAll(async () => {
  portal = await Portal.open();
  page = await portal.visitor();
  keys = new Keyboard(page);
  await member(portal.house, page, AYLIN);
});
afterAll(() => portal?.close());

const day = (ahead: number) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(Date.now() + ahead * 86_400_000);

/** The core system sends Aylin with these periods, everything else as before: another address would delay letters. */
const insure = (...insurancePeriods: { from: string; to: string | null }[]) =>
  portal.house.importMembers([
    {
      externalId: 'P-1000005',
      kvnr: AYLIN.kvnr,
      givenName: 'Aylin',
      familyName: 'Demir',
      dateOfBirth: '1996-03-21',
      address: { street: 'Invalidenstraße', houseNumber: '310', postalCode: '10115', city: 'Berlin', country: 'DE' },
      email: null,
      phone: null,
      bankAccount: null,
      insurancePeriods: insurancePeriods.map((period) => ({ ...period, kind: 'member' })),
    },
  ]);
const mailed = (text: string) =>
  until(`a mail with "${text}"`, () => mailsTo(portal.house, AYLIN.email).find((mail) => mail.includes(text)));

async function logIn(): Promise<void> {
  await page.goto('/anmelden');
  await keys.arrive('Anmelden');
  await keys.fill('Benutzername', AYLIN.kvnr);
  await keys.fill('Passwort', PASSWORD);
  await page.keyboard.press('Enter');
}

describe('the end of cover, and its new beginning', () => {
  step(
    'C11 warns calmly from the first day without cover, and says until when the access is open',
    async () => {
      await insure({ from: '2024-10-01', to: day(-1) });
      await mailed('können Sie noch bis');
      await page.goto('/start');
      await keys.arrive('Guten Tag, Aylin Demir');
      await page
        .getByText('Ihr Zugang bleibt noch bis')
        .or(page.getByText('Ihr Zugang ist noch bis'))
        .first()
        .waitFor();
      expect(await barriers(page)).toEqual([]);
      await keys.push('link', 'Meine Daten');
      await keys.arrive('Meine Daten');
      await page.getByText('Ihre Versicherung bei uns endete am').first().waitFor();
    },
    90_000,
  );

  step(
    'C11 closes the access 31 days later, ends the session and says why after the right password',
    async () => {
      await insure({ from: '2024-10-01', to: day(-33) });
      await mailed('haben wir Ihren Zugang');
      expect((await page.request.get('/api/v1/session')).status()).toBe(401);
      await logIn();
      const alert = page.getByRole('alert').first();
      await alert.waitFor();
      expect(await alert.innerText()).toContain('weil Ihre Versicherung bei uns beendet ist');
      expect(await barriers(page)).toEqual([]);
    },
    60_000,
  );

  step(
    'C11 opens it again with new cover: same password, no new letter',
    async () => {
      await insure({ from: '2024-10-01', to: day(-33) }, { from: day(0), to: null });
      await mailed('Schön, dass Sie wieder bei uns versichert sind');
      await logIn();
      await keys.arrive('Guten Tag, Aylin Demir');
      expect(await page.getByText('Ihre Versicherung bei uns endete am').count()).toBe(0);
    },
    60_000,
  );
});

describe('deleting the account, and beginning anew', () => {
  step(
    'C10 says what goes and what stays, asks for the password, and signs out',
    async () => {
      await page.goto('/daten/zugang');
      await keys.push('link', 'Zugang löschen');
      await keys.arrive('Zugang löschen');
      expect(await barriers(page)).toEqual([]);
      await keys.push('button', 'Weiter zum Löschen');
      await keys.arrive('Möchten Sie Ihren Zugang wirklich löschen?');
      await keys.fill('Passwort', 'Falsch-Falsch-1');
      await keys.push('button', 'Zugang endgültig löschen');
      await page.getByRole('alert').first().waitFor();
      expect(await barriers(page)).toEqual([]);
      await keys.fill('Passwort', PASSWORD);
      await page.keyboard.press('Enter');
      await keys.arrive('Ihr Zugang ist gelöscht');
      expect(await barriers(page)).toEqual([]);
      await mailed('gelöscht');
      expect((await page.request.get('/api/v1/session')).status()).toBe(401);
    },
    120_000,
  );

  step(
    'C10 the same person registers again at once and gets a new letter',
    async () => {
      const first = codeOf(await newestLetter(portal.house, AYLIN.kvnr));
      await register(portal.house, page.request, AYLIN);
      const letter = await newestLetter(portal.house, AYLIN.kvnr, 2);
      expect(codeOf(letter)).not.toBe(first);
      await logIn();
      await keys.arrive('Code aus dem Brief eingeben');
      await keys.fill('Code', codeOf(letter));
      await page.keyboard.press('Enter');
      await keys.arrive('Bedingungen und Datenschutz');
      expect(portal.faults).toEqual([]);
    },
    60_000,
  );
});
