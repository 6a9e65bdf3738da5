import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
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
const kibibyte = 1024;
/** @typedef {Record<string, number>} Budgets in bytes, by kind of resource */
/** @type {Record<'portal' | 'companion', { pages: string[], budgets: Budgets }>} */
const apps = {
  portal: {
    pages: ['/', '/anmelden'],
    budgets: { script: 145 * kibibyte, stylesheet: 20 * kibibyte, font: 36 * kibibyte },
  },
  companion: {
    pages: ['/', '/konten'],
    budgets: { script: 115 * kibibyte, stylesheet: 12 * kibibyte, font: 36 * kibibyte },
  },
};
/** Loads only where a browser cannot read QR codes itself. */
const qrReader = { source: 'qr/decode.js', budget: 22 * kibibyte };

await runCommand(async () => {
  const executablePath = findChromium();
  if (!executablePath) throw new Failure('There is no Chromium; "npm test" installs it.');
  await build();
  /** @type {string[]} */
  const faults = [...measureQrReader()];
  await withTemporaryDatabase(async (run, _folder, env) => {
    await run(entryPoints.migrate);
    const ports = { portal: await findFreePort(), companion: await findFreePort() };
    const origins = { portal: `http://localhost:${ports.portal}`, companion: `http://localhost:${ports.companion}` };
    const api = spawn(process.execPath, [entryPoints.api], {
      cwd: root,
      env: {
        ...env,
        PORT: String(ports.portal),
        COMPANION_PORT: String(ports.companion),
        HOST: '127.0.0.1',
        PUBLIC_URL: origins.portal,
        COMPANION_URL: origins.companion,
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    try {
      await waitUntilReady(origins.portal);
      for (const [name, { pages, budgets }] of Object.entries(apps)) {
        const origin = origins[/** @type {keyof typeof apps} */ (name)];
        for (const page of pages) {
          faults.push(...compare(`${name} ${page}`, await measure(browser, `${origin}${page}`, budgets), budgets));
        }
      }
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
 * @type {(browser: import('playwright-core').Browser, url: string, budgets: Budgets) => Promise<Budgets>}
 */
async function measure(browser, url, budgets) {
  // A service worker would fetch what later visits need: it is no part of the first view.
  const context = await browser.newContext({ locale: 'de-DE', serviceWorkers: 'block' });
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

/** @type {() => string[]} */
function measureQrReader() {
  const folder = path.join(root, 'dist/apps/companion');
  /** @type {Record<string, { file: string }>} */
  const manifest = JSON.parse(readFileSync(path.join(folder, '.vite/manifest.json'), 'utf8'));
  const [, chunk] = Object.entries(manifest).find(([source]) => source.endsWith(qrReader.source)) ?? [];
  if (!chunk) return ['The QR reader of the companion was not found.'];
  const size = gzipSync(readFileSync(path.join(folder, chunk.file))).length;
  return compare('companion QR reader', { script: size }, { script: qrReader.budget });
}

/** @type {(page: string, sizes: Budgets, budgets: Budgets) => string[]} */
function compare(page, sizes, budgets) {
  return Object.entries(budgets).flatMap(([kind, budget]) => {
    const size = sizes[kind] ?? 0;
    const line = `${page} ${kind}: ${(size / kibibyte).toFixed(1)} of ${budget / kibibyte} KiB`;
    console.log(line);
    if (size === 0 && kind === 'script') return [`${line}: nothing was measured`];
    return size > budget ? [`${line}: too much`] : [];
  });
}
