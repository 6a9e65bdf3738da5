import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { mailsTo, until } from '@of/testing';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { barriers } from './support/accessibility';
import { Keyboard } from './support/keyboard';
import { memberWithPhone } from './support/companion';
import { ERIKA, finishSteps, LENA, register, signIn } from './support/people';
import { Phone } from './support/phone';
import { Portal } from './support/portal';

const LETTER = `# Ihr Bescheid

Guten Tag Frau Muster,

wir zahlen Ihnen **Krankengeld** ab dem 3. Dezember 2026.

- je Kalendertag 61,20 €
- <script>alert(1)</script>

## Wenn Sie nicht einverstanden sind

Sie können innerhalb eines Monats widersprechen.
`;

/** Delivers no text beside the PDF. */
const PDF_ONLY = 'pdf-only';

let portal: Portal;
let phone: Phone;

async function deliver(person: string, subject: string, ...more: string[]): Promise<void> {
  const document = await PDFDocument.create();
  document.addPage();
  const [pdf, text] = ['bescheid.pdf', 'bescheid.md'].map((name) => join(portal.house.dataDir, name)) as [
    string,
    string,
  ];
  writeFileSync(pdf, await document.save());
  writeFileSync(text, LETTER);
  const files = more.includes(PDF_ONLY) ? ['--pdf', pdf] : ['--pdf', pdf, '--text', text];
  const others = more.filter((option) => option !== PDF_ONLY);
  const whom = ['--person', person, '--subject', subject];
  await portal.house.command('ops.js', ['postbox', 'deliver', ...whom, ...files, ...others]);
}

beforeAll(async () => {
  portal = await Portal.open();
  const page = await portal.visitor();
  phone = new Phone(portal.house);
  await phone.bind(ERIKA.kvnr, await register(portal.house, page.request, ERIKA));
  await signIn(page, ERIKA.kvnr);
  await phone.decide('approve');
  await finishSteps(portal.house, page, ERIKA);
  await page.context().close();
  await deliver('P-1000001', 'Ihr Bescheid über Krankengeld', '--decision');
  await deliver('P-1000001', 'Zuzahlungen im nächsten Jahr', '--kind', 'information');
  await until(
    'the member was told',
    async () =>
      (await portal.house.query(`SELECT FROM letters.postbox_item WHERE is_decision AND notified_at IS NOT NULL`))
        .length > 0,
  );
});
afterAll(() => portal?.close());
afterEach(() => expect(portal.faults).toEqual([]));

const arrive = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

async function erikaAt(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await portal.visitor(options);
  await signIn(page, ERIKA.kvnr);
  await phone.decide('approve');
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

describe('the postbox', () => {
  it('K23 with the keyboard: the badge, the list, the letter with its dates, and back; one mail without content', async () => {
    const page = await erikaAt('/start');
    const keyboard = new Keyboard(page);
    await keyboard.reach(
      page
        .getByRole('navigation', { name: 'Bereiche', exact: true })
        .getByRole('link', { name: 'Postfach (2 ungelesen)' }),
    );
    await page.keyboard.press('Enter');
    await arrive(page, 'Postfach');
    const row = page.getByRole('link', { name: /^Ungelesen Ihr Bescheid über Krankengeld/ });
    await row.waitFor();
    expect(await barriers(page)).toEqual([]);
    await keyboard.reach(row);
    await page.keyboard.press('Enter');
    await arrive(page, 'Ihr Bescheid über Krankengeld');
    await page.getByText('wir zahlen Ihnen').waitFor();
    await page.getByText('<script>alert(1)</script>').waitFor();
    await page.getByText('Gilt als bekannt gegeben am').waitFor();
    await page.getByText('Widerspruch möglich bis').waitFor();
    expect(await barriers(page)).toEqual([]);
    const download = page.waitForEvent('download');
    await keyboard.reach(page.getByRole('link', { name: /PDF herunterladen/ }));
    await page.keyboard.press('Enter');
    const file = readFileSync(await (await download).path());
    expect(file.subarray(0, 5).toString()).toBe('%PDF-');
    await page
      .getByRole('navigation', { name: 'Bereiche', exact: true })
      .getByRole('link', { name: 'Postfach (1 ungelesen)' })
      .click();
    await arrive(page, 'Postfach');
    await page.getByRole('link', { name: /^Ihr Bescheid über Krankengeld/ }).waitFor();

    const mails = mailsTo(portal.house, ERIKA.email).filter((mail) => mail.includes('Neue Post'));
    expect(mails).toHaveLength(1);
    expect(mails[0]).not.toMatch(/Krankengeld|Bescheid/);
    await page.context().close();
  });

  it('is searched by a part of a word, keeps the search in the address, and shows an item as unread again', async () => {
    const page = await erikaAt('/postfach');
    await page.getByLabel('Wörter in Betreff oder Text').fill('zu');
    await page.keyboard.press('Enter');
    await page.getByText('mit mindestens drei Buchstaben').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel('Wörter in Betreff oder Text').fill('zuzahl');
    await page.keyboard.press('Enter');
    await page.getByText('1 Schreiben gefunden').waitFor();
    const search = page.getByRole('search').getByRole('button', { name: 'Suchen' });
    await page.getByLabel('Nur Ungelesenes').check();
    await search.press('Enter');
    await page.waitForURL(/ungelesen=true/);
    expect(await search.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.goBack();
    await page.getByRole('checkbox', { name: 'Nur Ungelesenes', checked: false }).waitFor();
    await page.getByText('1 Schreiben gefunden').waitFor();
    expect(new URL(page.url()).searchParams.get('suche')).toBe('zuzahl');
    await page.getByRole('link', { name: /Zuzahlungen/ }).click();
    await arrive(page, 'Zuzahlungen im nächsten Jahr');
    await page.getByRole('button', { name: 'Wieder als ungelesen zeigen' }).click();
    await arrive(page, 'Postfach');
    await page.getByRole('link', { name: /^Ungelesen Zuzahlungen/ }).click();
    await arrive(page, 'Zuzahlungen im nächsten Jahr');
    await page.getByRole('button', { name: 'Wieder als ungelesen zeigen' }).waitFor();
    await page.getByRole('link', { name: 'Zurück' }).click();
    await page.getByRole('link', { name: /^Zuzahlungen/ }).waitFor();
    await page.context().close();
  });
});

describe('post that is a PDF only', () => {
  it('counts as read when the PDF is opened, not when its page is seen', async () => {
    const subject = 'Beitragsbescheinigung für das Finanzamt';
    await deliver('P-1000001', subject, PDF_ONLY);
    const page = await erikaAt('/postfach');
    await page.getByRole('link', { name: new RegExp(`^Ungelesen ${subject}`) }).click();
    await arrive(page, subject);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'Zurück' }).click();
    await page.getByRole('link', { name: new RegExp(`^Ungelesen ${subject}`) }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'PDF herunterladen (1 Seite)' }).press('Enter');
    await download;
    await page.getByRole('button', { name: 'Wieder als ungelesen zeigen' }).waitFor();
    await page.getByRole('link', { name: 'Zurück' }).click();
    await page.getByRole('link', { name: new RegExp(`^${subject}`) }).waitFor();
    await page.context().close();
  });
});

describe('the postbox in the companion', () => {
  it('shows what is new, opens it by keyboard, and what was read there is read in the portal', async () => {
    const { page, phone: lenasPhone } = await memberWithPhone(portal, LENA);
    await deliver('P-1000006', 'Ihr Bescheid über Krankengeld', '--decision');
    await lenasPhone.bringToFront();
    await lenasPhone.goto('/');
    await lenasPhone.getByRole('link', { name: /^Postfach/ }).press('Enter');
    await arrive(lenasPhone, 'Postfach');
    await lenasPhone.getByRole('link', { name: /Krankengeld.*Ungelesen/ }).waitFor();
    expect(await barriers(lenasPhone)).toEqual([]);
    await lenasPhone.getByRole('link', { name: /Krankengeld/ }).press('Enter');
    await arrive(lenasPhone, 'Ihr Bescheid über Krankengeld');
    await lenasPhone.getByText('wir zahlen Ihnen').waitFor();
    expect(await barriers(lenasPhone)).toEqual([]);
    await until(
      'it counts as read',
      async () =>
        (
          await portal.house.query(
            `SELECT FROM letters.postbox_reading r JOIN letters.postbox_item i ON i.id = r.item_id
               JOIN membership.insured_person p ON p.id = i.insured_id WHERE p.kvnr = $1 AND r.read_at IS NOT NULL`,
            [LENA.kvnr],
          )
        ).length > 0,
    );
    await page.bringToFront();
    await page.goto('/postfach');
    await page.getByRole('link', { name: /^Ihr Bescheid über Krankengeld/ }).waitFor();
    await page.context().close();
    await lenasPhone.context().close();
  });
});

describe('the export of one’s data', () => {
  it('is ordered, made, downloaded, and holds what the page promised', async () => {
    const page = await erikaAt('/daten');
    await page.getByRole('link', { name: 'Meine Daten mitnehmen' }).click();
    await arrive(page, 'Meine Daten mitnehmen');
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Export bestellen' }).press('Enter');
    const link = page.getByRole('link', { name: /^Herunterladen \(ZIP/ });
    await link.waitFor({ timeout: 40_000 });
    expect(await barriers(page)).toEqual([]);
    const download = page.waitForEvent('download');
    await link.press('Enter');
    const zip = readFileSync(await (await download).path());
    const names = zip.toString('utf8');
    for (const path of [
      'LIESMICH.txt',
      'membership/versicherung.json',
      'identity/zugang.json',
      'audit/protokoll.json',
      'letters/post/0001',
    ]) {
      expect(names).toContain(path);
    }
    await page.context().close();
  });
});
