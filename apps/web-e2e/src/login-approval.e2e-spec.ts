import type { Page } from 'playwright-core';
import { barriers } from './support/accessibility';
import { ERIKA, PASSWORD, register } from './support/people';
import { Phone } from './support/phone';
import { Portal } from './support/portal';

let portal: Portal;
let phone: Phone;

beforeAll(async () => {
  portal = await Portal.open();
  const page = await portal.visitor();
  phone = new Phone(portal.house);
  await phone.bind(ERIKA.kvnr, await register(portal.house, page.request, ERIKA));
  await page.context().close();
});
afterAll(() => portal?.close());
afterEach(() => expect(portal.faults).toEqual([]));

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

/** Types user name and password as a member would, with the keyboard. */
async function logIn(options = {}): Promise<Page> {
  const page = await portal.visitor(options);
  await page.goto('/anmelden');
  await page.getByLabel('Benutzername').fill(ERIKA.kvnr);
  await page.getByLabel('Passwort', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await heading(page, 'Bitte bestätigen Sie auf Ihrem Gerät');
  return page;
}

describe('a login that is released on the phone', () => {
  it('shows the same number on both, survives a reload, and goes on by itself', async () => {
    const page = await logIn();
    const { matchNumber } = await phone.waiting();
    await page.getByText(String(matchNumber), { exact: true }).waitFor();
    await page.reload();
    await page.getByText(String(matchNumber), { exact: true }).waitFor();
    await page.getByText('Noch 2 Minuten Zeit.').waitFor();
    await phone.decide('approve');
    await heading(page, 'Bedingungen und Datenschutz');
    await page.context().close();
  });

  it('refused, says that nothing was changed and leads back to the login', async () => {
    const page = await logIn();
    await phone.decide('decline');
    await heading(page, 'Die Anmeldung wurde abgelehnt');
    await page.getByText('Ihre Daten sind unverändert.').waitFor();
    await page.getByRole('button', { name: 'Wieder anmelden' }).press('Enter');
    await heading(page, 'Anmelden');
    await page.context().close();
  });

  it('a new request replaces the old one', async () => {
    const page = await logIn();
    const first = await phone.waiting();
    await page.getByRole('button', { name: /Noch einmal senden/ }).press('Enter');
    await page.waitForFunction(
      (old) => !document.body.innerText.includes(old),
      `Ihre Zahl\n${String(first['matchNumber'])}`,
    );
    const second = await phone.waiting();
    expect(second['id']).not.toBe(first['id']);
    await phone.decide('approve');
    await heading(page, 'Bedingungen und Datenschutz');
    await page.context().close();
  });

  it('has no barriers while it waits and when it was refused', async () => {
    const page = await logIn();
    expect(await barriers(page)).toEqual([]);
    await phone.decide('decline');
    await heading(page, 'Die Anmeldung wurde abgelehnt');
    expect(await barriers(page)).toEqual([]);
    await page.context().close();
  });
});
