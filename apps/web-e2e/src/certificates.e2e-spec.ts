import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { barriers } from './support/accessibility';
import { AYLIN, ERIKA, finishSteps, member, PASSWORD, register, signIn } from './support/people';
import { Phone } from './support/phone';
import { Portal } from './support/portal';
import { qrCodeOf } from './support/qr-code';
import { steps } from './support/steps';

const ERIKAS_LINE =
  readFileSync(resolve(__dirname, '../../worker/src/demo/demo-members.ndjson'), 'utf8').split('\n')[0] ?? '';

let portal: Portal;
let page: Page;
const step = steps(() => page);
const heading = (where: Page, name: string | RegExp) => where.getByRole('heading', { level: 1, name }).waitFor();

beforeAll(async () => {
  portal = await Portal.open();
  page = await portal.visitor();
  const phone = new Phone(portal.house);
  await phone.bind(ERIKA.kvnr, await register(portal.house, page.request, ERIKA));
  await signIn(page, ERIKA.kvnr, PASSWORD);
  await phone.decide('approve');
  await finishSteps(portal.house, page, ERIKA);
});
afterAll(() => portal?.close());
afterEach(() => expect(portal.faults).toEqual([]));

describe('a certificate, from the start page to whoever is shown it', () => {
  let printed = '';
  let link = '';

  step('is found on the start page and ordered by keyboard alone', async () => {
    await page.goto('/start');
    await page.getByRole('link', { name: /^Bescheinigungen/ }).focus();
    await page.keyboard.press('Enter');
    await heading(page, 'Bescheinigungen');
    await page.getByRole('radio', { name: /Mitgliedsbescheinigung/ }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Bescheinigung ausstellen' }).press('Enter');
    await page.getByText('Fertig: Mitgliedsbescheinigung').waitFor();
  });

  step('F4 is downloaded as a tagged PDF that reads in order', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'PDF herunterladen', exact: true }).first().click(),
    ]);
    const pdf = readFileSync(await download.path());
    expect(execFileSync('pdfinfo', ['-'], { input: pdf, stdio: ['pipe', 'pipe', 'ignore'] }).toString()).toMatch(
      /^Tagged:\s+yes$/m,
    );
    const text = execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf }).toString();
    expect(text.indexOf('Erika Muster')).toBeLessThan(text.indexOf('Mitgliedsbescheinigung'));
    printed = /[0-9A-Z]{4}(-[0-9A-Z]{4}){4}/.exec(text)?.[0] ?? '';
    expect(printed).not.toBe('');
    link = await qrCodeOf(pdf);
    expect(link).toBe(`${portal.house.origin}/pruefen/${printed}`);
  });

  step('its code, typed by a stranger without a session, shows that it is valid and names nobody', async () => {
    const stranger = await portal.visitor();
    await stranger.goto('/pruefen');
    await heading(stranger, 'Bescheinigung oder Eingangsbestätigung prüfen');
    expect(await barriers(stranger)).toEqual([]);
    await stranger.getByRole('button', { name: 'Prüfen' }).press('Enter');
    await stranger.locator('input[aria-invalid="true"]:focus').waitFor();
    await stranger.getByLabel('Prüfcode').fill(printed.toLowerCase());
    await stranger.keyboard.press('Enter');
    await heading(stranger, 'Diese Bescheinigung ist gültig');
    expect(await stranger.locator('main').innerText()).not.toMatch(/Erika|Muster\b|A123456780/);
    expect(await barriers(stranger)).toEqual([]);
    await stranger.goto('/pruefen/0000-0000-0000-0000-0000');
    await heading(stranger, 'Diesen Code kennen wir nicht');
    expect(await barriers(stranger)).toEqual([]);
    await stranger.context().close();
  });

  step('by post says when the letter comes', async () => {
    await page.goto('/bescheinigungen');
    await page.getByRole('radio', { name: /Versicherungsschutz im Ausland/ }).check();
    await page.getByRole('radio', { name: /Per Post/ }).check();
    await page.getByRole('button', { name: 'Bescheinigung ausstellen' }).click();
    await page.getByText(/Der Brief ist bestellt/).waitFor();
  });

  step('is issued once when the answer is lost on its way and the button pressed again', async () => {
    const path = '/api/v1/insured-persons/me/certificates';
    const issued = async () => ((await (await page.request.get(path)).json()) as { items: object[] }).items.length;
    const before = await issued();
    await page.goto('/bescheinigungen');
    await page.getByRole('radio', { name: /Mitgliedsbescheinigung/ }).check();
    await page.route(
      `**${path}`,
      async (route) => {
        await route.fetch();
        await route.abort('connectionreset');
      },
      { times: 1 },
    );
    const lost = page.waitForEvent('requestfailed');
    await page.getByRole('button', { name: 'Bescheinigung ausstellen' }).click();
    await lost;
    await page.getByRole('main').getByRole('alert').waitFor();
    await page.getByRole('button', { name: 'Bescheinigung ausstellen' }).click();
    await page.getByText('Fertig: Mitgliedsbescheinigung').waitFor();
    expect(await issued()).toBe(before + 1);
  });

  step('the page has no barriers, also with an error', async () => {
    await page.goto('/bescheinigungen');
    await page.getByRole('button', { name: 'Bescheinigung ausstellen' }).click();
    await page.getByRole('link', { name: 'Wählen Sie aus, welche Bescheinigung Sie brauchen.' }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  step('for a child stands under the child’s address', async () => {
    await page.goto('/familie');
    await page.getByRole('button', { name: /Für Mia.* handeln/ }).click();
    await page.getByRole('link', { name: /^Bescheinigungen/ }).click();
    await page.getByText('Für Mia Muster. Sofort als PDF oder per Post.').waitFor();
    await page.getByRole('radio', { name: /Information für den Arbeitgeber/ }).check();
    await page.getByRole('button', { name: 'Bescheinigung ausstellen' }).click();
    await page.getByText('erst ab dem 15. Geburtstag').waitFor();
  });

  step('F4 its QR link says so once the cover has ended', async () => {
    const stranger = await portal.visitor();
    await stranger.goto(link);
    await heading(stranger, 'Diese Bescheinigung ist gültig');
    const yesterday = new Date(Date.now() - 86_400_000);
    const to = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(yesterday);
    const line = JSON.parse(ERIKAS_LINE) as { insurancePeriods: object[] };
    const [period] = line.insurancePeriods;
    await portal.house.importMembers([{ ...line, insurancePeriods: [{ ...period, to }] }]);
    await stranger.reload();
    await heading(stranger, 'Diese Bescheinigung gilt nicht mehr');
    expect(await barriers(stranger)).toEqual([]);
    await stranger.context().close();
  });
});

it('without a second factor says why certificates are locked', async () => {
  const visitor = await portal.visitor();
  await member(portal.house, visitor, AYLIN);
  await visitor.goto('/bescheinigungen');
  await heading(visitor, 'Bescheinigungen');
  await visitor.getByRole('heading', { name: 'Ihre Bescheinigungen sind geschützt' }).waitFor();
  expect(await visitor.getByRole('link', { name: 'Zurück' }).getAttribute('href')).toBe('/start');
  await visitor.context().close();
});
