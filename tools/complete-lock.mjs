import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Completes package-lock.json, so that `npm ci` of npm 10 and 11 takes it on every platform and on every day:
 * - Some registries lack optional packages of foreign platforms; npm then leaves them out, and npm 11 refuses the file
 *   ("Missing: … from lock file"). Each gets an entry (version, platform; no integrity, only the registry knows it).
 * - A package that asks for a tag ("latest") is valid only while the entry says where it came from; else npm asks the
 *   registry for today's latest and refuses the file once that has moved on.
 *
 * Run it after every change of dependencies: `node tools/complete-lock.mjs`. With `--check` it changes nothing and
 * fails where something is missing.
 */

const file = path.join(path.dirname(fileURLToPath(import.meta.url)), '../package-lock.json');
const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64', 'wasm32'];
/** @type {Record<string, string>} */
const synonyms = { windows: 'win32', ppc64le: 'ppc64' };

/**
 * The platform a package is for, read from its name: they all carry it (`@swc/core-linux-arm64-musl`).
 * @param {string} name
 * @returns {{ os?: string[], cpu?: string[], libc?: string[] }}
 */
function platformOf(name) {
  const words = name
    .split(/[^a-z0-9]+/)
    .map((word) => (/^arm(v\d|eabi)/.test(word) ? 'arm' : (synonyms[word] ?? word)));
  const os = words.filter((word) => systems.includes(word));
  const cpu = words.filter((word) => processors.includes(word));
  const isMusl = words.some((word) => word.startsWith('musl'));
  const isGnu = os.includes('linux') && words.some((word) => word.startsWith('gnu'));
  return {
    ...(cpu.length > 0 && { cpu }),
    ...((isMusl || isGnu) && { libc: [isMusl ? 'musl' : 'glibc'] }),
    ...(os.length > 0 && { os }),
  };
}

/**
 * Where Node looks for a package, nearest first.
 * @param {string} from a folder of the lock file, e.g. `node_modules/a/node_modules/b`
 * @param {string} name
 * @returns {string[]}
 */
function placesFor(from, name) {
  const places = [];
  for (let folder = from; folder; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    places.push(`${folder}/node_modules/${name}`);
  }
  return [...places, `node_modules/${name}`];
}

/** @type {{ packages: Record<string, any> }} */
const lock = JSON.parse(readFileSync(file, 'utf8'));
/** @type {string[]} */
const changes = [];

for (const [folder, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (placesFor(folder, name).some((place) => lock.packages[place])) continue;
    lock.packages[`node_modules/${name}`] = {
      version: version.replace(/^[~^]/, ''),
      ...platformOf(name),
      ...(entry.dev && { dev: true }),
      optional: true,
    };
    changes.push(`${name}@${version} (optional)`);
  }
  for (const [name, version] of Object.entries(entry.dependencies ?? {})) {
    if (!/^[a-z][\w-]*$/i.test(version)) continue;
    const found = placesFor(folder, name).find((place) => lock.packages[place]);
    if (!found || lock.packages[found].resolved) continue;
    const { version: locked, ...rest } = lock.packages[found];
    const archive = `${name.replace(/^@[^/]+\//, '')}-${locked}.tgz`;
    lock.packages[found] = { version: locked, resolved: `https://registry.npmjs.org/${name}/-/${archive}`, ...rest };
    changes.push(`${name}@${version} (a tag, locked at ${locked})`);
  }
}

if (changes.length === 0) {
  console.log('package-lock.json is complete.');
} else if (process.argv.includes('--check')) {
  console.error(`package-lock.json is incomplete; run: node tools/complete-lock.mjs\n  ${changes.join('\n  ')}`);
  process.exitCode = 1;
} else {
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`Completed package-lock.json:\n  ${changes.join('\n  ')}`);
}
