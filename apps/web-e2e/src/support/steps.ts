import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/**
 * Tests that build on each other: after the first that fails the others fail at once, and a picture of the page at that
 * moment is kept in the folder for temporary files.
 */
export function steps(page: () => Page): (name: string, work: () => void | Promise<void>, timeout?: number) => void {
  let broken: string | null = null;
  return (name, work, timeout) =>
    it(
      name,
      async () => {
        if (broken) throw new Error(`not tried, because this failed before: ${broken}`);
        try {
          await work();
        } catch (error) {
          broken = name;
          await keepPicture(page(), name);
          throw error;
        }
      },
      timeout,
    );
}

async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = join(tmpdir(), 'onlinefiliale-pictures');
  mkdirSync(folder, { recursive: true });
  const file = `${name.replace(/\W+/g, '-').slice(0, 80)}.png`;
  await page.screenshot({ path: join(folder, file), fullPage: true }).catch(() => undefined);
}
