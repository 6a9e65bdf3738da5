import { spawn } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { Failure, runCommand } from '../start-up/failure.mjs';
import { entryPoints, root } from '../start-up/paths.mjs';
import { findFreePort } from '../start-up/ports.mjs';
import { findChromium } from '../start-up/test-tools.mjs';
import { build } from './build.mjs';
import { withTemporaryDatabase } from './with-temporary-database.mjs';

/**
 * What a first visit loads, measured in a real browser at the real API: no guess at chunks and routes. Scripts and
 * styles count as gzip would send them, fonts as they are (woff2 is compressed already).
 */
const pages = ['/', '/anmelden'];
const kibibyte = 1024;
/** @type {Record<string, number>} */
const budgets = { script: 145 * kibibyte, stylesheet: 20 * kibibyte, font: 36 * kibibyte };

await runCommand(async () => {
  const executablePath = findChromium();
  if (!executablePath) throw new Failure('There is no Chromium; "npm test" installs it.');
  await build();
  /** @type {string[]} */
  const faults = [];
  await withTemporaryDatabase(async (run, _folder, env) => {
    await run(entryPoints.migrate);
    const port = await findFreePort();
    const origin = `http://localhost:${port}`;
    const api = spawn(process.execPath, [entryPoints.api], {
      cwd: root,
      env: { ...env, PORT: String(port), HOST: '127.0.0.1', PUBLIC_URL: origin },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    try {
      await waitUntilReady(origin);
      for (const page of pages) faults.push(...compare(page, await measure(browser, `${origin}${page}`)));
    } finally {
      await browser.close();
      const ended = new Promise((resolve) => api.once('exit', resolve));
      if (api.exitCode === null && api.kill()) await ended;
    }
  });
  if (faults.length > 0) throw new Failure(faults.join('\n'));
});

/** @type {(origin: string) => Promise<void>} */
async function waitUntilReady(origin) {
  for (const end = Date.now() + 60_000; Date.now() < end;) {
    const answer = await fetch(`${origin}/health/ready`).catch(() => null);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Failure('The API did not become ready.');
}

/**
 * Bytes by kind of resource.
 * @type {(browser: import('playwright-core').Browser, url: string) => Promise<Record<string, number>>}
 */
async function measure(browser, url) {
  const context = await browser.newContext({ locale: 'de-DE' });
  const page = await context.newPage();
  /** @type {Promise<[string, number]>[]} */
  const loaded = [];
  page.on('response', (response) => {
    const kind = response.request().resourceType();
    if (!(kind in budgets)) return;
    loaded.push(response.body().then((body) => [kind, kind === 'font' ? body.length : gzipSync(body).length]));
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  const sizes = Object.fromEntries(Object.keys(budgets).map((kind) => [kind, 0]));
  for (const [kind, size] of await Promise.all(loaded)) sizes[kind] = (sizes[kind] ?? 0) + size;
  await context.close();
  return sizes;
}

/** @type {(page: string, sizes: Record<string, number>) => string[]} */
function compare(page, sizes) {
  return Object.entries(budgets).flatMap(([kind, budget]) => {
    const size = sizes[kind] ?? 0;
    const line = `${page} ${kind}: ${(size / kibibyte).toFixed(1)} of ${budget / kibibyte} KiB`;
    console.log(line);
    if (size === 0 && kind === 'script') return [`${line}: nothing was measured`];
    return size > budget ? [`${line}: too much`] : [];
  });
}
