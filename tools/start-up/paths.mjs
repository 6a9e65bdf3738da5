import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The built processes, as they are started. */
export const entryPoints = {
  api: path.join(root, 'dist/apps/api/src/main.js'),
  worker: path.join(root, 'dist/apps/worker/src/main.js'),
  migrate: path.join(root, 'dist/apps/worker/src/migrate.js'),
  seedDemo: path.join(root, 'dist/apps/worker/src/seed-demo.js'),
  ops: path.join(root, 'dist/apps/worker/src/ops.js'),
  membersImport: path.join(root, 'dist/apps/worker/src/members-import.js'),
};

/**
 * How a process that stays is started (the images say the same). Without it V8 collects as soon as 25 MB have come onto
 * some 75 MB, and the buffers of one upload are that: docs/adr/0044.
 */
export const nodeOptions = ['--initial-old-space-size=192'];

/**
 * The data folder as an absolute path; a relative one counts from the repository.
 * @param {NodeJS.ProcessEnv} env
 * @returns {string}
 */
export function dataFolder(env) {
  return path.resolve(root, env.DATA_DIR || '.data');
}
