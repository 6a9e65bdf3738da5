import type { BrowserContextOptions, Page } from 'playwright-core';
import { ERIKA, finishSteps, register, signIn } from './people';
import { Phone } from './phone';
import type { Portal } from './portal';

/** Browsers of Erika, who has a phone: each login is released there. */
export class ReleasedBrowsers {
  private constructor(
    private readonly portal: Portal,
    readonly phone: Phone,
  ) {}

  /** Registers Erika, binds her phone and does the steps of a first login. */
  static async of(portal: Portal): Promise<ReleasedBrowsers> {
    const page = await portal.visitor();
    const phone = new Phone(portal.house);
    await phone.bind(ERIKA.kvnr, await register(portal.house, page.request, ERIKA));
    const browsers = new ReleasedBrowsers(portal, phone);
    await browsers.logIn(page);
    await finishSteps(portal.house, page, ERIKA);
    await page.context().close();
    return browsers;
  }

  async logIn(page: Page): Promise<void> {
    await signIn(page, ERIKA.kvnr);
    await this.phone.decide('approve');
  }

  /** A browser in which Erika is logged in, on this page. */
  async at(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.portal.visitor(options);
    await this.logIn(page);
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  }
}

/** Opens the menu at the name and chooses Mia. */
export async function chooseMia(page: Page): Promise<void> {
  await accountButton(page).click();
  await page.getByRole('button', { name: /^Mia Muster/ }).click();
}

export const accountButton = (page: Page) => page.getByRole('banner').getByRole('button', { name: /Erika/ });
export const band = (page: Page) => page.getByRole('region', { name: 'Vertretung' });
export const arrive = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
