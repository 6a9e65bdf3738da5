import { codeOf, letterText, mailedCode, newestLetter, textedCode } from '@of/testing';
import type { Page } from 'playwright-core';
import { hasFocus, Keyboard } from './support/keyboard';
import { ERIKA, international, PASSWORD } from './support/people';
import { Portal } from './support/portal';
import { steps } from './support/steps';

const NEW_PASSWORD = 'Sonnenblume_12_Boot';

let portal: Portal;
let page: Page;
let keys: Keyboard;

beforeAll(async () => {
  portal = await Portal.open();
  page = await portal.visitor();
  keys = new Keyboard(page);
});
afterAll(() => portal?.close());

const step = steps(() => page);
const alert = () => page.getByRole('alert');
const path = () => new URL(page.url()).pathname;

/** The whole way of a member, with the keyboard only. Each step goes on where the one before has ended. */
describe('journey with the keyboard', () => {
  step('B4 B5 registers: a wrong digit is named, takes the focus and leads to the field', async () => {
    await page.goto('/');
    await keys.push('link', 'Registrieren');
    await keys.arrive('Das brauchen Sie');
    await keys.push('link', 'Registrierung beginnen');
    await keys.arrive('Wer sind Sie?');

    await keys.fill('Versichertennummer', 'A123456781');
    await keys.fill('Postleitzahl', ERIKA.postalCode);
    await page.keyboard.press('Enter');
    await alert().waitFor();
    expect(await hasFocus(alert())).toBe(true);
    expect(await page.title()).toMatch(/^Fehler: /);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/Eine Stelle stimmt nicht/);
    await page.keyboard.press('Enter');
    expect(await hasFocus(page.getByLabel('Versichertennummer', { exact: true }))).toBe(true);
    await keys.fill('Versichertennummer', 'a123 456 780');
    await page.keyboard.press('Enter');

    await keys.arrive('Denken Sie sich ein Passwort aus');
    await keys.fill('Passwort', PASSWORD);
    await page.keyboard.press('Enter');
    await keys.arrive('Stimmt alles?');
    await keys.push('button', 'Registrierung absenden');
    await keys.arrive('Ihr Brief ist unterwegs');
    expect(await hasFocus(page.getByRole('heading', { level: 1 }))).toBe(true);
  });

  step('C1 C2 logs in with the number; a wrong password says nothing about which half was wrong', async () => {
    await keys.push('link', 'Der Brief ist schon da');
    await keys.arrive('Anmelden');
    await keys.fill('Benutzername', ERIKA.kvnr.toLowerCase());
    await keys.fill('Passwort', 'Falsch-Falsch-1');
    await page.keyboard.press('Enter');
    await alert().waitFor();
    expect(await alert().textContent()).toContain('passen nicht zusammen');
    expect(await hasFocus(alert())).toBe(true);
    await keys.fill('Passwort', PASSWORD);
    await page.keyboard.press('Enter');
    await keys.arrive('Code aus dem Brief eingeben');
    expect(path()).toBe('/freischalten');
  });

  step('B1 B10 takes the code of the printed letter, after a wrong one', async () => {
    expect(await page.locator('body').textContent()).not.toMatch(/Erika|Königsbrücker/);
    await keys.fill('Code', 'AAAAAAAAAAAA');
    await page.keyboard.press('Enter');
    await alert().first().waitFor();
    expect(await alert().first().textContent()).toContain('Sie haben noch 4 Versuche');
    const letter = await newestLetter(portal.house, ERIKA.kvnr);
    expect(letterText(letter)).toContain('Erika Muster');
    await keys.fill('Code', codeOf(letter).toLowerCase().replaceAll('-', ''));
    await page.keyboard.press('Enter');
    await keys.arrive('Bedingungen und Datenschutz');
  });

  step('A7 reads and accepts the terms', async () => {
    await keys.push('button', 'Zustimmen und weiter');
    await alert().waitFor();
    expect(await alert().getByRole('link').count()).toBe(2);
    await keys.push('checkbox', 'Ich stimme den Nutzungsbedingungen zu.');
    await keys.push('checkbox', 'Ich habe die Datenschutzhinweise zur Kenntnis genommen.');
    await keys.push('button', 'Zustimmen und weiter');
    await keys.arrive('Wie lautet Ihre E-Mail-Adresse?');
  });

  step('C13 confirms e-mail address and mobile number', async () => {
    await keys.fill('E-Mail-Adresse', ERIKA.email);
    await keys.fill('Ihr Passwort', PASSWORD);
    await page.keyboard.press('Enter');
    await keys.arrive('Code aus der E-Mail eingeben');
    const mailed = await mailedCode(portal.house, ERIKA.email);
    await keys.fill('Code', mailed === '111111' ? '222222' : '111111');
    await page.keyboard.press('Enter');
    await alert().waitFor();
    await keys.fill('Code', mailed);
    await page.keyboard.press('Enter');
    await keys.arrive('Wie lautet Ihre Mobilnummer?');
    await keys.fill('Mobilnummer', ERIKA.mobile);
    await page.keyboard.press('Enter');
    await keys.arrive('Code aus der SMS eingeben');
    await keys.fill('Code', await textedCode(portal.house, international(ERIKA)));
    await page.keyboard.press('Enter');
    await keys.arrive('Guten Tag, Erika Muster');
    expect(path()).toBe('/start');
  });

  step('shows my data, the account number masked', async () => {
    await keys.push('link', 'Meine Daten');
    await keys.arrive('Meine Daten');
    const text = (await page.getByRole('main').innerText()).replace(/\s+/g, ' ');
    for (const part of [
      'Erika Muster',
      '12. August 1984',
      'A123456780',
      'Königsbrücker Straße 7a',
      '01099 Dresden',
      ERIKA.email,
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toMatch(/IBAN DE\S* .*30 00|IBAN .*3000/);
    expect(text.replace(/\s/g, '')).not.toContain('DE89370400440532013000');
  });

  step('C5 C7 changes the password, and sees each rule being met', async () => {
    await keys.push('link', 'Zugangsdaten');
    await keys.arrive('Zugangsdaten');
    await keys.push('link', /^Ändern ?: Passwort$/);
    await keys.arrive('Passwort ändern');
    const rules = page.getByRole('listitem').filter({ hasText: /: (erfüllt|noch offen)$/ });
    const met = () => rules.filter({ hasText: 'erfüllt' }).count();
    await keys.fill('Bisheriges Passwort', PASSWORD);
    await keys.fill('Neues Passwort', 'sonne');
    expect([await rules.count(), await met()]).toEqual([6, 2]);
    await page.keyboard.press('Enter');
    await alert().waitFor();
    await keys.fill('Neues Passwort', PASSWORD);
    await page.keyboard.press('Enter');
    await page
      .getByRole('alert')
      .filter({ hasText: /zehn|10|schon|benutzt|verwendet/ })
      .waitFor();
    await keys.fill('Neues Passwort', NEW_PASSWORD);
    expect(await met()).toBe(6);
    await page.keyboard.press('Enter');
    await keys.arrive('Zugangsdaten');
    await page.getByRole('status').filter({ hasText: 'Ihr Passwort ist geändert' }).waitFor();
  });

  step('S29 logs out; Back shows nothing personal', async () => {
    await keys.push('link', 'Meine Daten');
    await keys.arrive('Meine Daten');
    await keys.push('button', 'Erika Muster');
    await keys.push('button', 'Abmelden');
    await keys.arrive('Sie sind abgemeldet');
    expect(path()).toBe('/abgemeldet');
    for (let step = 0; step < 4; step++) {
      await page.goBack({ waitUntil: 'commit' }).catch(() => null);
      await page.waitForTimeout(400);
      expect(await page.locator('body').innerText()).not.toMatch(/Erika|A123456780|post\.example|Königsbrücker/);
    }
  });

  step('C1 logs in with the e-mail address and the new password', async () => {
    await page.goto('/anmelden');
    await keys.arrive('Anmelden');
    await keys.fill('Benutzername', ERIKA.email.toUpperCase());
    await keys.fill('Passwort', NEW_PASSWORD);
    await page.keyboard.press('Enter');
    await keys.arrive('Guten Tag, Erika Muster');
  });

  step('S27 K15 no page broke the content policy, and no call left the origin', () => {
    expect(portal.faults).toEqual([]);
  });
});
