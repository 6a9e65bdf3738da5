import type { BrowserContextOptions, Page } from 'playwright-core';
import { finishSteps, type Person, PASSWORD, register } from './people';
import type { Portal } from './portal';

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

export { heading as phoneHeading };

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
  context.setDefaultTimeout(30_000);
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

/** Sets the phone up as a member does, beginning with the QR code of the letter, which leaves the address bar at once. */
export async function bind(phone: Page, { kvnr }: Person, code: string): Promise<void> {
  await phone.goto(`/einrichten#code=${code}`);
  await heading(phone, 'Code aus dem Brief eingeben');
  expect(phone.url()).not.toContain(code);
  expect(await phone.getByLabel('Code').inputValue()).toBe(code);
  await phone.getByRole('button', { name: 'Weiter' }).press('Enter');
  await phone.getByLabel('Benutzername').fill(kvnr);
  await phone.getByLabel('Passwort', { exact: true }).fill(PASSWORD);
  await phone.keyboard.press('Enter');
  await makeKey(phone);
  await heading(phone, 'Ihr Gerät ist eingerichtet');
}

/** Makes the key. A browser lets only the page in front use one. */
export async function makeKey(phone: Page, name?: string): Promise<void> {
  await heading(phone, /^(Gerät|Neues Gerät) verbinden$/);
  if (name) await phone.getByLabel('Name dieses Geräts').fill(name);
  await phone.bringToFront();
  await phone.getByRole('button', { name: 'Gerät verbinden' }).click();
}

/** Opens what waits. @returns its text, for comparison with the portal's */
export async function openWaiting(phone: Page): Promise<string> {
  await phone.bringToFront();
  await phone.goto('/');
  await phone.getByRole('link', { name: /Ansehen und entscheiden/ }).press('Enter');
  await phone.getByRole('button', { name: 'Freigeben' }).waitFor();
  return phone.getByRole('main').innerText();
}

/** Releases what is open; for a login the right one of three numbers is chosen first. */
export async function release(phone: Page, number: string): Promise<void> {
  if (await phone.getByText('Welche Zahl steht am Computer?').isVisible()) {
    await phone.getByText(number, { exact: true }).click();
  }
  await phone.getByRole('button', { name: 'Freigeben' }).click();
  await heading(phone, 'Freigegeben');
}

/** Refuses what is open, because of a change of mind. */
export async function refuse(phone: Page): Promise<void> {
  await phone.getByRole('button', { name: 'Ablehnen' }).click();
  await phone.getByRole('button', { name: 'Ich habe es mir anders überlegt' }).click();
  await heading(phone, 'Abgelehnt');
}

/** A member who has done everything, signed in on the page and released on the phone. */
export async function memberWithPhone(portal: Portal, person: Person): Promise<{ page: Page; phone: Page }> {
  const page = await portal.visitor();
  const phone = await newPhone(portal);
  await bind(phone, person, await register(portal.house, page.request, person));
  const answer = await page.request.post('/api/v1/session', { data: { username: person.kvnr, password: PASSWORD } });
  const { approval } = (await answer.json()) as { approval: { matchNumber: string } };
  await openWaiting(phone);
  await release(phone, approval.matchNumber);
  await finishSteps(portal.house, page, person);
  return { page, phone };
}
