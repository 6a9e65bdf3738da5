import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import type { Page } from 'playwright-core';
import { barriers } from './support/accessibility';
import { ERIKA, finishSteps, register, signIn } from './support/people';
import { Phone } from './support/phone';
import { Portal } from './support/portal';
import { steps } from './support/steps';

let portal: Portal;
let page: Page;
let phone: Phone;
const folder = mkdtempSync(join(tmpdir(), 'of-receipt-'));
const step = steps(() => page);
const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

beforeAll(async () => {
  portal = await Portal.open();
  page = await portal.visitor();
  phone = new Phone(portal.house);
  await phone.bind(ERIKA.kvnr, await register(portal.house, page.request, ERIKA));
  await signIn(page, ERIKA.kvnr);
  await phone.decide('approve');
  await finishSteps(portal.house, page, ERIKA);
  const days = ['--from', '2026-02-16', '--until', '2026-02-20', '--received', '2026-02-17'];
  await portal.house.command('ops.js', ['sick-notes', 'take', '--person', 'P-1000001', '--number', 'EAU-1', ...days]);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await portal?.close();
});
afterEach(() => expect(portal.faults).toEqual([]));

/** A sheet with writing, as a phone would take it. */
function photo(): Promise<Buffer> {
  const lines = Array.from(
    { length: 20 },
    (_, n) => `<text x="90" y="${140 + n * 44}">Zeile ${n + 1} der Bescheinigung</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="1130" font-size="28">
    <rect width="800" height="1130" fill="#f4f4f0"/>${lines.join('')}</svg>`;
  return sharp(Buffer.from(svg)).jpeg().toBuffer();
}

async function saved(link: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link, exact: true }).click(),
  ]);
  return readFileSync(await download.path());
}

describe('a document for a child, photographed with the smartphone', () => {
  step('begins at the child, and says so in the address', async () => {
    await page.goto('/familie');
    await page.getByRole('button', { name: /Für Mia.* handeln/ }).press('Enter');
    await page.getByRole('link', { name: /^Dokument einreichen/ }).press('Enter');
    await heading('Was möchten Sie einreichen?');
    expect(new URL(page.url()).pathname).toMatch(/^\/person\/[0-9a-f-]{36}\/dokumente\/neu$/);
    await page.getByRole('radio', { name: /^Kinderpflegekrankengeld/ }).check();
    await page.getByRole('button', { name: 'Weiter' }).press('Enter');
    await heading('Ihre Angaben');
  });

  step('G3 asks nothing that is known, and shows the days that are left', async () => {
    expect(await page.getByText('Welches Kind war krank?').count()).toBe(0);
    await page.getByText('noch 15').waitFor();
    for (const [question, answer] of [
      ['Ist das Kind behindert', 'Nein'],
      ['Waren Sie mit dem Kind', 'Nein'],
      ['Erziehen Sie das Kind allein', 'Ja'],
    ] as const)
      await page
        .getByRole('group', { name: new RegExp(question) })
        .getByRole('radio', { name: answer })
        .check();
    for (const [question, day] of [
      ['Betreut ab', '2'],
      ['Betreut bis', '4'],
    ] as const) {
      const group = page.getByRole('group', { name: question });
      await group.getByLabel('Tag').fill(day);
      await group.getByLabel('Monat').fill('3');
      await group.getByLabel('Jahr').fill('2026');
    }
    await page.getByLabel('Wie viele Arbeitstage').fill('3');
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Weiter' }).press('Enter');
    await heading('Fügen Sie Ihre Unterlagen hinzu');
  });

  step('G1 hands over to the smartphone by QR code; the photo appears by itself', async () => {
    await page.getByRole('button', { name: 'Mit dem Smartphone fotografieren' }).press('Enter');
    await page.getByText(`${portal.house.companionOrigin}/foto`).waitFor();
    expect(await barriers(page)).toEqual([]);
    await phone.sendPhoto(await photo(), 'muster-21.jpg');
    await page.getByText('muster-21.jpg').waitFor();
    await page.getByText('Alle Seiten sind angekommen.').waitFor();
    await page.getByRole('button', { name: 'Weiter' }).press('Enter');
    await heading('Stimmt alles?');
    await page.getByText('Mia Muster').first().waitFor();
    await page.getByRole('button', { name: 'Dokument absenden' }).press('Enter');
    await heading('Ihr Dokument ist bei uns');
  });

  step('K9 the receipt is checked offline with openssl by the documented line', async () => {
    await page.getByText('Ohne uns prüfen').click();
    writeFileSync(join(folder, 'receipt.json'), await saved('Signierter Text (JSON)'));
    writeFileSync(join(folder, 'receipt.sig'), await saved('Signatur (64 Byte)'));
    writeFileSync(join(folder, 'receipt-key.pem'), await saved('Öffentlicher Schlüssel (PEM)'));
    const docs = readFileSync(resolve(__dirname, '../../../docs/receipts.md'), 'utf8');
    const [program = '', ...args] = (/```sh\n(openssl [^\n]+)\n```/.exec(docs)?.[1] ?? '').split(' ');
    const check = () => execFileSync(program, args, { cwd: folder, stdio: 'pipe' }).toString();
    expect(check()).toContain('Signature Verified Successfully');
    writeFileSync(join(folder, 'receipt.json'), `${readFileSync(join(folder, 'receipt.json'), 'utf8')} `);
    expect(check).toThrow();
  });

  step('G5 the receipt is a tagged PDF that reads in order', async () => {
    const pdf = await saved('Bestätigung als PDF');
    const info = execFileSync('pdfinfo', ['-'], { input: pdf, stdio: ['pipe', 'pipe', 'ignore'] }).toString();
    expect(info).toMatch(/^Tagged:\s+yes$/m);
    const text = execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf }).toString();
    const places = ['D-', 'Eingangsbestätigung', 'Prüfcode'].map((part) => text.indexOf(part));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  step('G4 hears of a page that was sent before, and where it is', async () => {
    await page.getByRole('link', { name: 'Alle eingereichten Dokumente' }).press('Enter');
    await page.getByRole('link', { name: 'Dokument einreichen' }).first().press('Enter');
    await page.getByRole('radio', { name: /^Anderes Dokument/ }).check();
    await page.getByRole('button', { name: 'Weiter' }).press('Enter');
    await page.getByLabel('Worum geht es?').fill('Noch einmal');
    await page.getByRole('button', { name: 'Weiter' }).press('Enter');
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Dateien wählen' }).press('Enter'),
    ]);
    await chooser.setFiles({ name: 'noch-einmal.jpg', mimeType: 'image/jpeg', buffer: await photo() });
    await page.getByText('Alle Seiten sind angekommen.').waitFor();
    await page.getByRole('button', { name: 'Weiter' }).press('Enter');
    await page.getByText('Diese Seite haben wir schon bekommen:').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: /^Seite 1 am .*, Nummer D-/ }).press('Enter');
    await heading('Kinderpflegekrankengeld');
  });

  step('the days are counted, and the document is the child’s alone', async () => {
    await page.getByRole('link', { name: 'Zurück' }).press('Enter');
    await heading('Dokumente');
    await page.getByRole('link', { name: /^Kinderpflegekrankengeld/ }).waitFor();
    await page.goto('/dokumente');
    await heading('Dokumente');
    await page.getByText('Noch ist nichts da.').waitFor();
    const days = await page.request.get('/api/v1/insured-persons/me/child-sickness-days?year=2026');
    expect(await days.json()).toMatchObject({ appliedFor: 3, isSingleParent: true, children: [{ left: 27 }] });
  });

  step(
    'G2 at the own sick note, shows what a practice has sent, and when the paper is needed all the same',
    async () => {
      await page.goto('/dokumente/neu');
      await page.getByRole('radio', { name: /^Krankmeldung/ }).check();
      await page.getByRole('button', { name: 'Weiter' }).press('Enter');
      await page.getByRole('heading', { level: 2, name: 'Schon elektronisch da' }).waitFor();
      await page.getByText(/^16\.\W20\. Februar 2026$/).waitFor();
      await page.getByText('Krankmeldung, eingegangen am 17. Februar 2026').waitFor();
      const fill = async (question: string, day: string) => {
        const group = page.getByRole('group', { name: question });
        await group.getByLabel('Tag').fill(day);
        await group.getByLabel('Monat').fill('2');
        await group.getByLabel('Jahr').fill('2026');
      };
      const late = page.getByText('Die Frist von 7 Tagen ist vorbei.');
      await fill('Arbeitsunfähig seit', '18');
      await page.getByText('Reichen Sie Ihre Bescheinigung ein, wenn sie länger gilt.').waitFor();
      await late.waitFor();
      await fill('Voraussichtlich bis', '20');
      await page.getByText('Sie brauchen nichts einzureichen.', { exact: false }).waitFor();
      await late.waitFor({ state: 'detached' });
      expect(await barriers(page)).toEqual([]);
    },
  );
});
