import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../start-up/failure.mjs';
import { root } from '../start-up/paths.mjs';
import { buildNode } from './build-node.mjs';
import { buildWeb } from './build-web.mjs';

/**
 * Builds what is not built: `node tools/build/build.mjs [--node] [--web]`, both without a flag.
 * @param {{ node?: boolean, web?: boolean }} [parts]
 * @returns {Promise<void>}
 */
export async function build({ node = true, web = true } = {}) {
  mkdirSync(path.join(root, 'dist'), { recursive: true });
  if (node) {
    const start = performance.now();
    const count = await buildNode();
    if (count > 0) console.log(`Built ${count} files of API and worker in ${seconds(start)}.`);
  }
  if (web) {
    const start = performance.now();
    const built = await buildWeb();
    if (built.length > 0) console.log(`Built ${built.join(' and ')} in ${seconds(start)}.`);
  }
}

/** @type {(start: number) => string} */
const seconds = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`;

if (
  process.argv[1] &&
  existsSync(process.argv[1]) &&
  fileURLToPath(import.meta.url) === path.resolve(process.argv[1])
) {
  const flags = process.argv.slice(2);
  const all = flags.length === 0;
  await runCommand(() => build({ node: all || flags.includes('--node'), web: all || flags.includes('--web') }));
}
