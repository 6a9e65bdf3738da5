import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const schemes = ['light', 'dark'] as const;
const sizes = [
  { width: 1280, height: 900 },
  { width: 320, height: 640 },
];

/** What keeps this state of a page from being usable by everybody; empty when nothing does. */
export async function barriers(page: Page): Promise<string[]> {
  const found: string[] = [];
  const add = (where: string, faults: string[]) => found.push(...faults.map((fault) => `${where}: ${fault}`));
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      add(`${size.width} px, ${colorScheme}`, await axeFaults(page));
    }
    add(`${size.width} px`, await overflow(page));
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  add('text at 200 %', await largeTextFaults(page));
  add('structure', await structureFaults(page));
  return found;
}

/** Runs axe without a script element, so that the page's own content policy stays in force. */
async function axeFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => {
    const { axe } = window as unknown as { axe: { run(): Promise<AxeResults> } };
    return axe.run();
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary?.replace(/\s+/g, ' ') ?? ''}`,
    ),
  );
}

/** Nothing may need sideways scrolling, and nothing may stick out. */
function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return element.childElementCount === 0 && range.getBoundingClientRect().right > clientWidth + 1;
    });
    const names = wide.slice(0, 3).map((element) => `${element.tagName} "${element.textContent?.slice(0, 40)}"`);
    return [`${scrollWidth} px wide instead of ${clientWidth}: ${names.join(', ')}`];
  });
}

/** A menu follows its button a moment after the letters have grown: what counts is where it stays. */
async function lastingOverflow(page: Page): Promise<string[]> {
  for (let look = 0; look < 20; look++) {
    if ((await overflow(page)).length === 0) return [];
    await page.waitForTimeout(100);
  }
  return overflow(page);
}

/** The letters twice as big, as somebody sets it in the browser. */
async function largeTextFaults(page: Page): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  const isLarge = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize === '32px');
  const faults = isLarge ? await lastingOverflow(page) : ['the text does not follow the setting of the browser'];
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll('main h1, main h2, main p, main label, main a, main button, main dd')]
      .filter((element) => getComputedStyle(element).overflowX === 'hidden' && !element.closest('.vh, [hidden]'))
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => `cut off: "${element.textContent?.slice(0, 40)}"`),
  );
  await devtools.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } });
  await devtools.detach();
  return [...faults, ...cut];
}

function structureFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const shown = [...document.querySelectorAll('h1')].filter((heading) => heading.getClientRects().length > 0);
    if (shown.length !== 1) faults.push(`${shown.length} headings of the first level`);
    const small = [
      ...document.querySelectorAll('button:not([tabindex="-1"]), input, summary, nav a, .button-row a'),
    ].filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      const isShown = width > 4 && height > 4 && getComputedStyle(element).position !== 'fixed';
      return isShown && !(element as HTMLInputElement).labels?.length && (width < 24 || height < 24);
    });
    faults.push(...small.map((element) => `target below 24 px: ${element.outerHTML.slice(0, 120)}`));
    return faults;
  });
}
