import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';

/**
 * Every folder with a Jest project, found rather than listed: none can be forgotten.
 * @returns {string[]} absolute paths
 */
export function findJestProjects() {
  const folders = ['apps', 'libs', 'libs/modules', 'libs/web'].flatMap((folder) =>
    existsSync(path.join(root, folder)) ? readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}`) : [],
  );
  return [...folders, 'tools']
    .map((folder) => path.join(root, folder))
    .filter((folder) => existsSync(path.join(folder, 'jest.config.js')))
    .sort();
}
