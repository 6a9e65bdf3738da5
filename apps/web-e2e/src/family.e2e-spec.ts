import { barriers } from './support/accessibility';
import { Keyboard } from './support/keyboard';
import { Portal } from './support/portal';
import { accountButton, arrive, band, ReleasedBrowsers } from './support/released-browsers';

let portal: Portal;
let erika: ReleasedBrowsers;

beforeAll(async () => {
  portal = await Portal.open();
  erika = await ReleasedBrowsers.of(portal);
});
afterAll(() => portal?.close());
afterEach(() => expect(portal.faults).toEqual([]));

describe('acting for a child', () => {
  it('E2 with the keyboard alone: chosen by name, the band on every page, its data, and back again', async () => {
    const page = await erika.at('/start');
    const keyboard = new Keyboard(page);
    expect(await band(page).count()).toBe(0);
    await keyboard.reach(accountButton(page));
    await page.keyboard.press('Enter');
    await keyboard.push('button', /^Mia Muster/);
    await arrive(page, 'Start für Mia Muster');
    expect(new URL(page.url()).pathname).toMatch(/^\/person\/[0-9a-f-]{36}\/start$/);
    await band(page).getByText('Sie handeln für Mia Muster').waitFor();
    await keyboard.reach(
      page.getByRole('navigation', { name: 'Bereiche', exact: true }).getByRole('link', { name: 'Meine Daten' }),
    );
    await page.keyboard.press('Enter');
    await arrive(page, 'Daten von Mia Muster');
    await band(page).waitFor();
    const main = page.getByRole('main');
    await main.getByText('C000500021').waitFor();
    expect(await main.innerText()).not.toMatch(/Erika|A123456780|erika@post/);
    await page.reload();
    await band(page).waitFor();
    await keyboard.push('button', 'Zurück zu mir');
    await arrive(page, 'Guten Tag, Erika Muster');
    expect(await band(page).count()).toBe(0);
    expect(new URL(page.url()).pathname).toBe('/start');
    await page.context().close();
  });

  it('E1 says on the family page for whom, and what the birthdays change', async () => {
    const page = await erika.at('/familie');
    await arrive(page, 'Für wen möchten Sie handeln?');
    const cards = page.getByRole('main').getByRole('listitem');
    expect(await cards.getByRole('heading').allInnerTexts()).toEqual(['Erika Muster', 'Jonas Muster', 'Mia Muster']);
    await page.getByText(/Ab dem 3\.\s+Mai 2032 darf Mia einen eigenen Zugang haben/).waitFor();
    await page.getByText(/Bis zum 13\.\s+Februar 2028 können Sie für Jonas handeln/).waitFor();
    await page.getByRole('button', { name: 'Für Jonas handeln' }).click();
    await arrive(page, 'Start für Jonas Muster');
    await page.context().close();
  });

  it('S36 opens no page of somebody else, and says why', async () => {
    const page = await erika.at('/person/019306a1-7c1e-7000-8000-00000000ffff/daten');
    await arrive(page, 'Für diese Person können Sie nicht handeln');
    expect(await band(page).count()).toBe(0);
    await page.context().close();
  });

  it('WCAG 2.2 AA: menu, home, data, family page', async () => {
    const page = await erika.at('/start');
    await accountButton(page).click();
    await page.getByRole('button', { name: /^Mia Muster/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: /^Mia Muster/ }).click();
    await arrive(page, 'Start für Mia Muster');
    await band(page).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'Daten von Mia' }).click();
    await arrive(page, 'Daten von Mia Muster');
    expect(await barriers(page)).toEqual([]);
    await page.goto('/familie');
    await arrive(page, 'Für wen möchten Sie handeln?');
    expect(await barriers(page)).toEqual([]);
    await page.context().close();
  });
});
