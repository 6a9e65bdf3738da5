import { mailsTo, until } from '@of/testing';
import type { Page } from 'playwright-core';
import { barriers } from './support/accessibility';
import { LENA, member, PASSWORD } from './support/people';
import { Portal } from './support/portal';
import { steps } from './support/steps';

let portal: Portal;
let page: Page;

beforeAll(async () => {
  portal = await Portal.open();
  page = await portal.visitor();
  await member(portal.house, page, LENA);
});
afterAll(() => portal?.close());

const step = steps(() => page);
const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
const save = () => page.getByRole('button', { name: 'Speichern' }).press('Enter');
const saved = () => page.getByText('Gespeichert. Ab jetzt schreiben wir Ihnen so.');

describe('notifications, by keyboard', () => {
  step('are found in "Meine Daten", with what always comes and why', async () => {
    await page.goto('/daten');
    await page.getByRole('link', { name: 'Benachrichtigungen und Sprache' }).press('Enter');
    await heading('Benachrichtigungen');
    const security = page.getByRole('group', { name: 'Sicherheit Ihres Zugangs' });
    const always = security.getByRole('list', { name: 'Immer' }).getByRole('listitem');
    expect((await always.allInnerTexts()).map((text) => text.trim())).toEqual(['Per E-Mail', 'Per SMS']);
    await security.getByText('E-Mail und SMS bleiben an.').waitFor();
    expect(await security.getByRole('checkbox').count()).toBe(1);
  });

  step('are chosen, saved, and said to be', async () => {
    const cover = page.getByRole('group', { name: 'Ihr Zugang und Ihre Versicherung' });
    await cover.getByRole('checkbox', { name: 'Per SMS' }).press('Space');
    await page.getByRole('group', { name: 'Sprache' }).getByLabel('English').press('Space');
    await save();
    await saved().waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.reload();
    await heading('Benachrichtigungen');
    expect(await cover.getByRole('checkbox', { name: 'Per SMS' }).isChecked()).toBe(true);
    expect(await page.getByLabel('English').isChecked()).toBe(true);
    expect(await saved().count()).toBe(0);
  });

  step('the next mail is in the language that was chosen', async () => {
    const body = { currentPassword: PASSWORD, newPassword: 'Leuchtturm-1-Kaffee' };
    expect((await page.request.put('/api/v1/me/password', { data: body })).status()).toBe(204);
    const mails = () =>
      mailsTo(portal.house, LENA.email).filter((mail) => /Subject: Your password was changed/.test(mail));
    const mail = await until('the mail', () => mails()[0]);
    expect(mail).toMatch(/Content-Type: text\/plain/);
    expect(mail).toMatch(/Content-Type: text\/html/);
    expect(mail).toContain('Your password for the Onlinefiliale has just been changed.');
  });

  step('a change takes back that it was saved; nothing is said before it is', async () => {
    await save();
    await saved().waitFor();
    await page
      .getByRole('checkbox', { name: /Als Hinweis auf Ihren Geräten/ })
      .first()
      .press('Space');
    await saved().waitFor({ state: 'detached' });
    expect(portal.faults).toEqual([]);
  });
});
