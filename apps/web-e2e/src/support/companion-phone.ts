import type { BrowserContextOptions, Page } from 'playwright-core';
import { PASSWORD, type Person } from './people';
import type { Portal } from './portal';

/** The companion on a phone of its own, with Chromium's authenticator in place of a fingerprint reader. */
export async function newPhone(portal: Portal, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await portal.browser.newContext({
    baseURL: portal.house.companionOrigin,
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 390, height: 844 },
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('WebAuthn.enable');
  await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return page;
}

export const phoneHeading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor();

/** Sets the phone up as a member does, beginning with the QR code of the letter. */
export async function setUp(phone: Page, person: Person, code: string): Promise<void> {
  await phone.goto(`/einrichten#code=${code}`);
  await phoneHeading(phone, 'Code aus dem Brief eingeben');
  expect(phone.url()).not.toContain(code);
  expect(await phone.getByLabel('Code').inputValue()).toBe(code);
  await phone.getByRole('button', { name: 'Weiter' }).press('Enter');
  await phone.getByLabel('Benutzername').fill(person.kvnr);
  await phone.getByLabel('Passwort', { exact: true }).fill(PASSWORD);
  await phone.keyboard.press('Enter');
  await phoneHeading(phone, 'Gerät verbinden');
  await phone.bringToFront();
  await phone.getByRole('button', { name: 'Gerät verbinden' }).click();
  await phoneHeading(phone, 'Ihr Gerät ist eingerichtet');
}
