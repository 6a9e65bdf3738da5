import sharp from 'sharp';
import type { Page, Route } from 'playwright-core';
import { barriers } from './support/accessibility';
import { memberWithPhone, phoneHeading as heading } from './support/companion';
import { ERIKA } from './support/people';
import { Portal } from './support/portal';
import { steps } from './support/steps';

let portal: Portal;
let page: Page;
let phone: Page;
const step = steps(() => phone ?? page);

beforeAll(async () => {
  portal = await Portal.open();
  ({ page, phone } = await memberWithPhone(portal, ERIKA));
});
afterAll(() => portal?.close());
afterEach(() => expect(portal.faults).toEqual([]));

/** A paper with lines on it, as a phone photographs it. */
async function photo(): Promise<Buffer> {
  const lines = Array.from({ length: 24 }, (_, n) => `<rect x="60" y="${80 + n * 40}" width="680" height="14"/>`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="1130"><rect width="100%" height="100%" fill="#fff"/>${lines.join('')}</svg>`;
  return sharp(Buffer.from(svg)).jpeg().toBuffer();
}

async function choose(...names: string[]): Promise<void> {
  const [chooser] = await Promise.all([
    phone.waitForEvent('filechooser'),
    phone.getByRole('button', { name: 'Foto oder PDF wählen' }).press('Enter'),
  ]);
  const buffer = await photo();
  await chooser.setFiles(names.map((name) => ({ name, mimeType: 'image/jpeg', buffer })));
}

describe('a letter on paper, photographed with the phone and sent at the computer', () => {
  step('the computer shows the way to the phone, without a secret in it', async () => {
    await page.goto('/dokumente/neu');
    await page.getByRole('radio', { name: /^Anderes Dokument/ }).check();
    await page.getByRole('button', { name: 'Weiter' }).press('Enter');
    await page.getByLabel('Worum geht es?').fill('Ein Brief');
    await page.getByRole('button', { name: 'Weiter' }).press('Enter');
    await page.getByRole('button', { name: 'Mit dem Smartphone fotografieren' }).press('Enter');
    await page.getByText(`${portal.house.companionOrigin}/foto`).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  step('the phone sends two pages, one after the other', async () => {
    await phone.bringToFront();
    await phone.goto('/');
    await phone.getByRole('link', { name: 'Foto senden' }).press('Enter');
    await heading(phone, 'Foto senden');
    expect(await barriers(phone)).toEqual([]);
    await choose('seite-1.jpg', 'seite-2.jpg');
    await phone.getByText('Alle 2 Seiten sind angekommen.').waitFor();
    expect(await phone.getByText('Angekommen', { exact: true }).count()).toBe(2);
    expect(await barriers(phone)).toEqual([]);
  });

  step('they lie at the computer by themselves', async () => {
    await page.bringToFront();
    await page.getByText('2 von 2 hochgeladen').waitFor();
    await page.getByRole('button', { name: 'Seite 2 entfernen' }).press('Enter');
    await page.getByText('1 von 1 hochgeladen').waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  step('a third page whose connection breaks goes on by a key press, and the removed one stays away', async () => {
    await phone.bringToFront();
    let isConnected = false;
    await phone.route('**/api/v1/uploads/*', (route: Route) =>
      isConnected ? route.continue() : route.abort('internetdisconnected'),
    );
    await choose('seite-3.jpg');
    await phone.getByText('Die Verbindung ist weg. Was angekommen ist, bleibt da.').waitFor();
    expect(await barriers(phone)).toEqual([]);
    isConnected = true;
    await phone.getByRole('button', { name: 'Seite 3 weiter hochladen' }).press('Enter');
    await phone.getByText('Alle 3 Seiten sind angekommen.').waitFor();
    await page.bringToFront();
    await page.getByText('2 von 2 hochgeladen').waitFor();
  });
});
