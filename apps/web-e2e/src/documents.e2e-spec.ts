import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import type { Page } from 'playwright-core';
import { barriers } from './support/accessibility';
import { LENA, member } from './support/people';
import { Portal } from './support/portal';
import { steps } from './support/steps';

let portal: Portal;
let page: Page;
const step = steps(() => page);
const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

beforeAll(async () => {
  portal = await Portal.open();
  page = await portal.visitor();
  await member(portal.house, page, LENA);
}, 120_000);
afterAll(() => portal?.close(), 60_000);
afterEach(() => expect(portal.faults).toEqual([]));

async function photo(): Promise<Buffer> {
  const noise = randomBytes(600 * 800 * 3);
  return sharp(noise, { raw: { width: 600, height: 800, channels: 3 } })
    .jpeg({ quality: 60 })
    .toBuffer();
}

describe('a sick note, photographed and sent', () => {
  step(
    'says what it is about, by keyboard',
    async () => {
      await page.goto('/dokumente');
      await heading('Dokumente');
      expect(await barriers(page)).toEqual([]);
      await page.getByRole('link', { name: 'Dokument einreichen' }).first().press('Enter');
      await heading('Was möchten Sie einreichen?');
      await page.getByRole('button', { name: 'Weiter' }).press('Enter');
      await page.getByRole('link', { name: 'Wählen Sie aus, worum es geht.' }).waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.getByRole('radio', { name: /^Krankmeldung/ }).focus();
      await page.keyboard.press('Space');
      await page.getByRole('button', { name: 'Weiter' }).press('Enter');
      await heading('Ihre Angaben');
    },
    60_000,
  );

  step(
    'answers what we need to know, and hears that the week is over',
    async () => {
      await page.getByRole('button', { name: 'Weiter' }).press('Enter');
      await page.getByRole('link', { name: 'Bitte beantworten Sie diese Frage.' }).first().waitFor();
      await page.getByRole('radio', { name: 'Behandlung im Ausland' }).check();
      const since = page.getByRole('group', { name: 'Arbeitsunfähig seit' });
      for (const [label, value] of [
        ['Tag', '1'],
        ['Monat', '2'],
        ['Jahr', '2026'],
      ] as const)
        await since.getByLabel(label).fill(value);
      await page.getByRole('radio', { name: 'Nein' }).check();
      await page.getByText(/innerhalb von 7 Tagen/).waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.getByRole('button', { name: 'Weiter' }).press('Enter');
      await heading('Fügen Sie Ihre Unterlagen hinzu');
    },
    60_000,
  );

  step(
    'adds a photo',
    async () => {
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: 'Datei wählen' }).or(page.getByLabel('Datei wählen')).first().click(),
      ]);
      await chooser.setFiles({ name: 'krankmeldung.jpg', mimeType: 'image/jpeg', buffer: await photo() });
      await page.getByText('Alle Seiten sind bei uns angekommen.').waitFor({ timeout: 30_000 });
      await page.getByRole('button', { name: 'Weiter' }).press('Enter');
      await heading('Stimmt alles?');
    },
    60_000,
  );

  step(
    'checks and sends it, and gets the receipt',
    async () => {
      await page.getByText('Behandlung im Ausland').waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.getByRole('button', { name: 'Dokument absenden' }).press('Enter');
      await heading('Ihr Dokument ist bei uns');
      await page.getByText(/^D-[0-9A-Z]{5}-[0-9A-Z]{5}$/).waitFor();
      expect(await barriers(page)).toEqual([]);
    },
    60_000,
  );

  step(
    'finds it in the list, with whose turn it is',
    async () => {
      await page.getByRole('link', { name: 'Alle eingereichten Dokumente' }).press('Enter');
      await heading('Dokumente');
      await page.getByText(/Wir sind am Zug/).waitFor();
      await page.getByRole('link', { name: /^Krankmeldung/ }).press('Enter');
      await heading('Krankmeldung');
      await page.getByText('Bei uns eingegangen').waitFor();
      expect(await barriers(page)).toEqual([]);
    },
    60_000,
  );

  step(
    'a stranger with the code sees that the receipt is genuine',
    async () => {
      const link = await page.getByRole('link', { name: 'Bestätigung online prüfen' }).getAttribute('href');
      const stranger = await portal.visitor();
      await stranger.goto(new URL(link as string).pathname);
      await stranger.getByRole('heading', { level: 1, name: 'Diese Eingangsbestätigung ist echt' }).waitFor();
      expect(await barriers(stranger)).toEqual([]);
      await stranger.context().close();
    },
    60_000,
  );
});
