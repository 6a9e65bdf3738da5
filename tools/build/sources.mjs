import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../start-up/paths.mjs';

const testFile = /\.(spec|int\.spec|e2e-spec|fixture)\.[jt]sx?$/;
const skippedFolders = new Set(['node_modules', 'dist', '.nx', 'coverage', 'test-output', 'test-results']);

/**
 * Every file below a folder, as sorted paths from the root; test files and what tools produce are left out.
 * @param {string} folder from the root
 * @returns {string[]}
 */
export function listFiles(folder) {
  const absolute = path.join(root, folder);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute, { withFileTypes: true })
    .flatMap((entry) => {
      const file = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : listFiles(file);
      return testFile.test(entry.name) ? [] : [file];
    })
    .sort();
}

/**
 * The folders of the Node side that are built.
 * @returns {string[]}
 */
export function nodeProjects() {
  const modules = path.join(root, 'libs/modules');
  const rooms = existsSync(modules) ? readdirSync(modules).map((room) => `libs/modules/${room}`) : [];
  return ['apps/api', 'apps/worker', 'libs/kernel', 'libs/platform', ...rooms.sort()].filter((folder) =>
    existsSync(path.join(root, folder, 'src')),
  );
}

/**
 * @param {string} file from the root
 * @returns {string} hash of the content
 */
export function hashFile(file) {
  return createHash('sha256')
    .update(readFileSync(path.join(root, file)))
    .digest('base64url');
}

/**
 * One hash over names and contents.
 * @param {string[]} files
 * @returns {string}
 */
export function hashFiles(files) {
  const hash = createHash('sha256');
  for (const file of files) if (existsSync(path.join(root, file))) hash.update(`${file}\0${hashFile(file)}\0`);
  return hash.digest('base64url');
}
