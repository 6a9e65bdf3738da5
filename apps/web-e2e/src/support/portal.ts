import { RunningHouse } from '@of/testing';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const chromiumPath = (): string => process.env['CHROMIUM_PATH'] || '/usr/bin/chromium';

/** The built portal, served by a running house, in a real browser. */
export class Portal {
  /** What must not happen in any page: breaches of the content policy, scripts that break, calls that leave the origin. */
  readonly faults: string[] = [];

  private constructor(
    readonly house: RunningHouse,
    readonly browser: Browser,
  ) {}

  /** @param hasClock a clock that can be moved: deadlines of minutes and weeks */
  static async open(moreFlags: string[] = [], { hasClock = false } = {}): Promise<Portal> {
    const root = process.env['WEB_ROOT']; // a portal that was built elsewhere
    const house = await RunningHouse.start({ hasClock, env: root ? { WEB_ROOT: root } : {} });
    return new Portal(house, await chromium.launch({ executablePath: chromiumPath(), args: [...flags, ...moreFlags] }));
  }

  /** A visitor of their own: no cookies, no storage. */
  async visitor(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({
      baseURL: this.house.origin,
      locale: 'de-DE',
      timezoneId: 'Europe/Berlin',
      viewport: { width: 1280, height: 900 },
      reducedMotion: 'reduce',
      ...options,
    });
    context.setDefaultTimeout(30_000);
    await this.watch(context);
    return context.newPage();
  }

  async close(): Promise<void> {
    await this.browser?.close();
    await this.house?.stop();
  }

  private async watch(context: BrowserContext): Promise<void> {
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
        console.error(`policy breach: ${violatedDirective} ${blockedURI} in ${sourceFile}`);
      });
    });
    context.on('console', (message) => {
      if (/policy breach|Content Security Policy|Trusted Type/i.test(message.text())) this.faults.push(message.text());
    });
    context.on('weberror', (error) => this.faults.push(`error in the page: ${error.error().message}`));
    context.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (/^https?:|^wss?:/.test(protocol) && origin !== this.house.origin) {
        this.faults.push(`call to ${origin} from ${request.frame().url()}`);
      }
    });
  }
}
