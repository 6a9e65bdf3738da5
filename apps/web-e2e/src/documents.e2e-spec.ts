import { randomUUID } from 'node:crypto';
import { until } from '@of/testing';
import sharp from 'sharp';
import type { Page } from 'playwright-core';
import { barriers } from './support/accessibility';
import { LENA, member, signIn } from './support/people';
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
});
afterAll(() => portal?.close());
afterEach(() => expect(portal.faults).toEqual([]));

/** A paper with lines of writing, in daylight or without. */
async function paper(name: 'hell' | 'dunkel') {
  const [sheet, ink] = name === 'hell' ? ['#f4f4f0', '#222'] : ['#2a2a28', '#111'];
  const lines = Array.from({ length: 24 }, (_, n) => `<text x="80" y="${110 + n * 38}">${randomUUID()}</text>`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="1130" font-size="26" fill="${ink}">
    <rect width="800" height="1130" fill="${sheet}"/>${lines.join('')}</svg>`;
  return { name: `${name}.jpg`, mimeType: 'image/jpeg', buffer: await sharp(Buffer.from(svg)).jpeg().toBuffer() };
}

async function choose(where: Page, files: Awaited<ReturnType<typeof paper>>[]): Promise<void> {
  const [chooser] = await Promise.all([
    where.waitForEvent('filechooser'),
    where.getByRole('button', { name: 'Dateien wählen' }).click(),
  ]);
  await chooser.setFiles(files);
}

/** Of the pages, in their order. */
async function names(): Promise<string[]> {
  const rows = await page.locator('ol > li').allInnerTexts();
  return rows.flatMap((row) => /(hell|dunkel)\.jpg/.exec(row)?.[0] ?? []);
}

/** The pages in the draft, in their order. */
async function drafted(): Promise<string[]> {
  const draft = await page.request.get('/api/v1/insured-persons/me/drafts/document-submission');
  if (!draft.ok()) throw new Error(`the draft: ${draft.status()} ${await draft.text()}`);
  return ((await draft.json()) as { formData: { uploadIds?: string[] } }).formData.uploadIds ?? [];
}

describe('a sick note, photographed and sent', () => {
  step('says what it is about, by keyboard', async () => {
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
  });

  step('answers what we need to know, and hears that the week is over', async () => {
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
    await page.getByText('Die Frist von 7 Tagen ist vorbei.').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Weiter' }).press('Enter');
    await heading('Fügen Sie Ihre Unterlagen hinzu');
  });

  step('adds two photos, hears that one is too dark, and puts them in order by keyboard', async () => {
    await page.getByText('Tag der Feststellung').waitFor();
    await choose(page, [await paper('hell'), await paper('dunkel')]);
    await page.getByText('Alle Seiten sind angekommen.').waitFor();
    await page.getByText('Vielleicht zu dunkel').waitFor();
    await page.getByRole('button', { name: 'Seite 2 nach oben' }).press('Enter');
    await page.getByText('dunkel.jpg ist jetzt Seite 1.').waitFor();
    expect(await names()).toEqual(['dunkel.jpg', 'hell.jpg']);
    expect(await barriers(page)).toEqual([]);
  });

  step('turns a page by keyboard: pressed twice it turns twice, and the focus stays where it was', async () => {
    const upright = page.locator('ol img').nth(1);
    const isUpright = () =>
      upright.evaluate((picture: HTMLImageElement) => picture.naturalHeight > picture.naturalWidth);
    expect(await isUpright()).toBe(true);
    await until('two pages are in the draft', async () => (await drafted()).length === 2);
    const before = await drafted();
    const turn = page.getByRole('button', { name: 'Seite 2 drehen' });
    await turn.press('Enter');
    await until('the turned page takes the place of the other', async () => {
      const ids = await drafted();
      return ids.length === 2 && ids[0] === before[0] && ids[1] !== before[1];
    });
    expect(await isUpright()).toBe(false);
    expect(await turn.evaluate((button) => button === document.activeElement)).toBe(true);
    const turned = await drafted();
    await turn.evaluate((button: HTMLButtonElement) => {
      button.click();
      button.click();
    });
    await until('it is turned twice more', async () => {
      const ids = await drafted();
      return ids.length === 2 && ids[1] !== turned[1];
    });
    expect(await isUpright()).toBe(false);
    expect(await barriers(page)).toEqual([]);
  });

  step('A4 finds form and pages again after logging out and in', async () => {
    await page.request.delete('/api/v1/session');
    await signIn(page, LENA.kvnr);
    await page.goto('/start');
    await page.getByRole('link', { name: /^Unterlagen einreichen/ }).press('Enter');
    await heading('Fügen Sie Ihre Unterlagen hinzu');
    await page.getByText('Alle Seiten sind angekommen.').waitFor();
    expect(await names()).toEqual(['dunkel.jpg', 'hell.jpg']);
    await page.getByRole('button', { name: 'Weiter' }).press('Enter');
    await heading('Stimmt alles?');
  });

  step('checks and sends it, and gets the receipt', async () => {
    await page.getByText('Behandlung im Ausland').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Dokument absenden' }).press('Enter');
    await heading('Ihr Dokument ist bei uns');
    await page.getByText(/^D-[0-9A-Z]{5}-[0-9A-Z]{5}$/).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  step('finds it in the list, with whose turn it is', async () => {
    await page.getByRole('link', { name: 'Alle eingereichten Dokumente' }).press('Enter');
    await heading('Dokumente');
    await page.getByText(/Wir sind am Zug/).waitFor();
    await page.getByRole('link', { name: /^Krankmeldung/ }).press('Enter');
    await heading('Krankmeldung');
    await page.getByText('Bei uns eingegangen').waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  step('a stranger with the code sees that the receipt is genuine', async () => {
    const link = await page.getByRole('link', { name: 'Bestätigung online prüfen' }).getAttribute('href');
    const stranger = await portal.visitor();
    await stranger.goto(new URL(link as string).pathname);
    await stranger.getByRole('heading', { level: 1, name: 'Diese Eingangsbestätigung ist echt' }).waitFor();
    expect(await barriers(stranger)).toEqual([]);
    await stranger.context().close();
  });
});
