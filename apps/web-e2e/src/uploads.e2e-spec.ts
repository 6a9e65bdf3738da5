import { randomBytes } from 'node:crypto';
import { until } from '@of/testing';
import sharp from 'sharp';
import type { Page, Route } from 'playwright-core';
import { barriers } from './support/accessibility';
import { AYLIN, member } from './support/people';
import { Portal } from './support/portal';
import { steps } from './support/steps';

const MIB = 2 ** 20;
/** Two pieces of 3 MiB, of a photo of about 12.5. */
const HALF = 6 * MIB;
const ANY_UPLOAD = '**/api/v1/uploads/*';
const DRAFT = '/api/v1/insured-persons/me/drafts/document-submission';

let portal: Portal;
let page: Page;
const step = steps(() => page);

beforeAll(async () => {
  portal = await Portal.open();
  page = await portal.visitor();
  await member(portal.house, page, AYLIN);
});
afterAll(() => portal?.close());
afterEach(() => expect(portal.faults).toEqual([]));

/** A photo that takes more than two pieces to send. */
async function photo(): Promise<Buffer> {
  const [width, height] = [3_800, 3_000];
  const noise = randomBytes(width * height * 3);
  return sharp(noise, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 97 })
    .toBuffer();
}

async function choose(name: string, mimeType: string, buffer: Buffer): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Dateien wählen' }).press('Enter'),
  ]);
  await chooser.setFiles({ name, mimeType, buffer });
}

interface SavedDraft {
  formData: { answers: Record<string, string>; uploadIds?: string[] };
  metadata: { version: number; revision: number; returnUrl: string };
}

const savedDraft = async () => (await (await page.request.get(DRAFT)).json()) as SavedDraft;

/** What the server has of the member's only upload. */
async function received(): Promise<{ received: number; size: number; state: string }> {
  const { items } = (await (await page.request.get('/api/v1/uploads')).json()) as {
    items: { received: number; size: number; state: string }[];
  };
  return items[0] as { received: number; size: number; state: string };
}

describe('a photo whose connection breaks at half', () => {
  let content: Buffer;
  const offsets: number[] = [];
  let isConnected = true;
  let hasBroken = false;

  step('is on its way', async () => {
    content = await photo();
    expect(content.length).toBeGreaterThan(12 * MIB);
    expect(content.length).toBeLessThan(15 * MIB);
    await page.route(ANY_UPLOAD, async (route: Route) => {
      const request = route.request();
      if (request.method() !== 'PATCH') return isConnected ? route.continue() : route.abort('internetdisconnected');
      const offset = Number(request.headers()['upload-offset']);
      // The line breaks when half of it is with us and the next piece is about to leave.
      if (offset === HALF && !hasBroken) [isConnected, hasBroken] = [false, true];
      if (!isConnected) return route.abort('internetdisconnected');
      offsets.push(offset);
      return route.continue();
    });
    await page.goto('/dokumente/neu');
    await page.getByRole('radio', { name: /^Anderes Dokument/ }).check();
    await page.getByRole('button', { name: 'Weiter' }).press('Enter');
    await page.getByLabel('Worum geht es?').fill('Rechnung über eine Brille');
    await page.getByRole('button', { name: 'Weiter' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Fügen Sie Ihre Unterlagen hinzu' }).waitFor();
    // No scanner is configured here, and the page says so.
    await page.getByText('prüft Dateien nicht auf Schadsoftware').waitFor();
  });

  step('stops where it is, says so, and keeps what has arrived', async () => {
    await choose('rechnung.jpg', 'image/jpeg', content);
    await page.getByText('Die Verbindung ist weg. Was angekommen ist, bleibt da.').waitFor();
    expect(await received()).toEqual(expect.objectContaining({ received: HALF, state: 'receiving' }));
    expect(await barriers(page)).toEqual([]);
  });

  step('waits there while the member looks at the answers again', async () => {
    await page.getByRole('link', { name: 'Zurück' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Ihre Angaben' }).waitFor();
    await page.getByRole('button', { name: 'Weiter' }).press('Enter');
    await page.getByText('Die Verbindung ist weg. Was angekommen ist, bleibt da.').waitFor();
  });

  step('goes on there by a key press, and sends nothing twice', async () => {
    isConnected = true;
    await page.getByRole('button', { name: 'Seite 1 weiter hochladen' }).press('Enter');
    await page.getByText('Alle Seiten sind angekommen.').waitFor();
    expect(offsets).toEqual([0, 3, 6, 9, 12].map((mebibytes) => mebibytes * MIB));
    expect(await received()).toMatchObject({ received: content.length, state: 'accepted' });
    expect(await barriers(page)).toEqual([]);
  });

  step('K6 a file that is none is named with its reason; nothing else is lost', async () => {
    await choose('seite.pdf', 'application/pdf', Buffer.from('<html></html>'));
    await page.getByText(/Wir nehmen JPEG, PNG, HEIC und PDF an/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Seite 2 entfernen' }).press('Enter');
    await page.getByText('Alle Seiten sind angekommen.').waitFor();
  });

  step('A4 what has arrived is in the draft, also while another page is stopped', async () => {
    const small = await sharp({ create: { width: 300, height: 400, channels: 3, background: '#eee' } })
      .jpeg()
      .toBuffer();
    isConnected = false;
    await choose('angehalten.jpg', 'image/jpeg', small);
    await page.getByRole('button', { name: 'Seite 2 anhalten' }).press('Enter');
    isConnected = true;
    await choose('angekommen.jpg', 'image/jpeg', small);
    await until('two pages are in the draft', async () => (await savedDraft()).formData.uploadIds?.length === 2);
    await page.getByRole('button', { name: 'Seite 2 weiter hochladen' }).waitFor();
    await page.getByRole('button', { name: 'Seite 2 entfernen' }).press('Enter');
    await page.getByText('Alle Seiten sind angekommen.').waitFor();
  });

  step('an answer that got lost during the check is asked for, not guessed', async () => {
    let isLost = false;
    await page.unroute(ANY_UPLOAD);
    await page.route(ANY_UPLOAD, async (route: Route) => {
      if (route.request().method() !== 'PATCH' || isLost) return route.continue();
      isLost = true;
      await route.fetch();
      return route.abort('connectionreset');
    });
    await choose('brief.pdf', 'application/pdf', Buffer.from('%PDF-1.7\nkein PDF\n%%EOF'));
    await page.getByText('Wir können diese Datei nicht lesen.', { exact: false }).waitFor();
    expect(isLost).toBe(true);
  });

  step('K4 another device’s answers and pages take the place of these when the member wants it', async () => {
    const { formData, metadata } = await savedDraft();
    const answers = Object.fromEntries(Object.keys(formData.answers).map((name) => [name, 'Zwei Hörgeräte']));
    const answer = await page.request.put(DRAFT, {
      headers: { 'If-Match': `"${metadata.revision}"` },
      data: {
        formData: { ...formData, answers, uploadIds: formData.uploadIds?.slice(0, 1) },
        metadata: { version: metadata.version, returnUrl: metadata.returnUrl },
      },
    });
    expect(answer.ok()).toBe(true);
    await page.getByRole('link', { name: 'Zurück' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Ihre Angaben' }).waitFor();
    await page.getByRole('button', { name: 'Weiter' }).press('Enter');
    await page.getByRole('button', { name: 'Neuere Fassung übernehmen' }).press('Enter');
    expect(await page.getByLabel('Worum geht es?').inputValue()).toBe('Zwei Hörgeräte');
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Weiter' }).press('Enter');
    await page.getByText('Alle Seiten sind angekommen.').waitFor();
    expect(await page.getByRole('heading', { level: 3, name: /^Seite/ }).count()).toBe(1);
  });
});
