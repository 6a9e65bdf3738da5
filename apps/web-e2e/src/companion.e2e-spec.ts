import type { Page } from 'playwright-core';
import { newPhone, phoneHeading as heading, bind } from './support/companion';
import { LENA, PASSWORD, register } from './support/people';
import { Portal } from './support/portal';

let portal: Portal;
let phone: Page;

beforeAll(async () => {
  portal = await Portal.open();
});
afterAll(() => portal?.close());

describe('the phone as second factor, in two browsers', () => {
  it('is set up with the code of the letter, which leaves the address bar at once', async () => {
    const visitor = await portal.visitor();
    const code = await register(portal.house, visitor.request, LENA);
    await visitor.context().close();
    phone = await newPhone(portal);
    await bind(phone, LENA, code);
  });

  it('releases a login after the right number was chosen, and the portal goes on by itself', async () => {
    await phone.goto('/');
    await heading(phone, 'Guten Tag, Lena');
    const page = await portal.visitor();
    await page.goto('/anmelden');
    await page.getByLabel('Benutzername').fill(LENA.kvnr);
    await page.getByLabel('Passwort', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await heading(page, 'Bitte bestätigen Sie auf Ihrem Gerät');
    const number = /Ihre Zahl\s+(\d\d)/.exec(await page.locator('main').innerText())?.[1] ?? '';
    await phone.getByText('Eine Freigabe wartet auf Sie.').waitFor();
    await phone.getByRole('link', { name: /Ansehen und entscheiden/ }).press('Enter');
    await phone.getByText('Welche Zahl steht am Computer?').waitFor();
    // A browser lets only the page in front use a key.
    await phone.bringToFront();
    await phone.getByText(number, { exact: true }).click();
    await phone.getByRole('button', { name: 'Freigeben' }).click();
    await heading(page, 'Bedingungen und Datenschutz');
    expect(portal.faults).toEqual([]);
  });

  it('D37 tells the server of wrong numbers, so that opening the page anew gives no further choice', async () => {
    await phone.goto('/');
    const page = await portal.visitor();
    await page.goto('/anmelden');
    await page.getByLabel('Benutzername').fill(LENA.kvnr);
    await page.getByLabel('Passwort', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await heading(page, 'Bitte bestätigen Sie auf Ihrem Gerät');
    const number = /Ihre Zahl\s+(\d\d)/.exec(await page.locator('main').innerText())?.[1] ?? '';
    const chooseWrong = async (): Promise<void> => {
      await phone.getByText('Welche Zahl steht am Computer?').waitFor();
      const told = phone.waitForResponse((answer) => answer.url().endsWith('/decision'));
      const wrong = phone.getByRole('group').getByRole('button', { disabled: false }).filter({ hasNotText: number });
      await wrong.first().press('Enter');
      expect((await told).status()).toBe(422);
    };
    await phone.getByRole('link', { name: /Ansehen und entscheiden/ }).press('Enter');
    await chooseWrong();
    await phone.getByText('ist nicht die richtige Zahl').waitFor();
    await phone.reload();
    await chooseWrong();
    await heading(phone, 'Die Zahlen passen nicht');
    await phone.reload();
    await chooseWrong();
    await heading(phone, 'Abgelehnt');
    await heading(page, 'Die Anmeldung wurde abgelehnt');
    expect(portal.faults).toEqual([]);
  });
});
