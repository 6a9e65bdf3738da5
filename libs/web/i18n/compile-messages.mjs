import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from '@inlang/paraglide-js';

const folder = path.dirname(fileURLToPath(import.meta.url));

const messageOptions = {
  project: path.join(folder, 'project.inlang'),
  outdir: path.join(folder, 'src/paraglide'),
  strategy: ['localStorage', 'baseLocale'],
  localStorageKey: 'of.language',
  disableAsyncLocalStorage: true,
  isServer: 'false',
  emitReadme: false,
};

/**
 * Compiles the messages into functions, unless they were compiled from these very files.
 * @returns {Promise<boolean>} whether they were compiled
 */
export async function compileMessages() {
  const stamp = path.join(folder, '../../../dist/.messages');
  const sources = hashSources();
  const compiled = path.join(messageOptions.outdir, 'messages.js');
  if (existsSync(compiled) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return false;
  await compile(messageOptions);
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, sources);
  return true;
}

function hashSources() {
  const hash = createHash('sha256').update(JSON.stringify(messageOptions));
  const files = readdirSync(path.join(folder, 'messages'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => path.join(folder, 'messages', name));
  for (const file of [...files, path.join(folder, 'project.inlang/settings.json')]) hash.update(readFileSync(file));
  return hash.digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log((await compileMessages()) ? 'Messages compiled.' : 'Messages are up to date.');
  process.exit(0); // the compiler leaves a timer behind that would keep the process for half a minute
}
