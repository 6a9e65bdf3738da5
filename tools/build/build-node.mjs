import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../start-up/paths.mjs';
import { hashFile, hashFiles, listFiles, nodeProjects } from './sources.mjs';

const stamp = path.join(root, 'dist/.build-node.json');
/** What changes the output of every file. */
const configuration = [
  '.swcrc',
  'tsconfig.base.json',
  'tools/build/build-node.mjs',
  'node_modules/@swc/core/package.json',
];

/** @typedef {{ configuration: string, files: Record<string, string> }} Stamp */

/**
 * Builds the API, the worker and their libraries with SWC into dist/, file by file, aliases rewritten to relative
 * paths; everything else below `src` (templates, fonts, texts) is copied beside. Only what changed is built: on an
 * unchanged tree the compiler is not even loaded.
 * @returns {Promise<number>} how many files were built
 */
export async function buildNode() {
  const before = readStamp();
  const files = nodeProjects()
    .flatMap((project) => listFiles(`${project}/src`))
    .filter((file) => !file.endsWith('.d.ts'));
  /** @type {Stamp} */
  const now = {
    configuration: hashFiles(configuration),
    files: Object.fromEntries(files.map((file) => [file, hashFile(file)])),
  };
  const isSameConfiguration = before.configuration === now.configuration;
  const changed = files.filter(
    (file) => !isSameConfiguration || before.files[file] !== now.files[file] || !existsSync(outputOf(file)),
  );
  for (const file of Object.keys(before.files)) if (!(file in now.files)) rmSync(outputOf(file), { force: true });
  if (changed.length === 0 && isSameConfiguration) return 0;
  await compile(changed.filter(isCompiled));
  for (const file of changed) if (isAsset(file)) copy(file);
  write(stamp, JSON.stringify(now));
  return changed.length;
}

/** @type {(file: string) => boolean} */
const isCompiled = (file) => /\.tsx?$/.test(file);
/** @type {(file: string) => boolean} */
const isAsset = (file) => !isCompiled(file);
/** @type {(file: string) => string} */
const outputOf = (file) => path.join(root, 'dist', file.replace(/\.tsx?$/, '.js'));

/** @type {() => Stamp} */
function readStamp() {
  try {
    return JSON.parse(readFileSync(stamp, 'utf8'));
  } catch {
    return { configuration: '', files: {} };
  }
}

/** @type {(files: string[]) => Promise<void>} */
async function compile(files) {
  const { transformFile } = await import('@swc/core');
  const options = swcOptions();
  await Promise.all(
    files.map(async (file) => {
      const { code } = await transformFile(path.join(root, file), options);
      write(outputOf(file), code);
    }),
  );
}

/** @type {() => import('@swc/core').Options} */
function swcOptions() {
  const swc = JSON.parse(readFileSync(path.join(root, '.swcrc'), 'utf8'));
  const { compilerOptions } = JSON.parse(readFileSync(path.join(root, 'tsconfig.base.json'), 'utf8'));
  return { ...swc, swcrc: false, jsc: { ...swc.jsc, baseUrl: root, paths: compilerOptions.paths } };
}

/**
 * A running process may load the file at any moment: it is replaced, never half written.
 * @type {(file: string, content: string) => void}
 */
function write(file, content) {
  mkdirSync(path.dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, content);
  renameSync(unfinished, file);
}

/** @type {(file: string) => void} */
function copy(file) {
  const target = outputOf(file);
  mkdirSync(path.dirname(target), { recursive: true });
  copyFileSync(path.join(root, file), target);
}
