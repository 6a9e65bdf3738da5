import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../start-up/failure.mjs';
import { root } from '../start-up/paths.mjs';
import { hashFiles, listFiles } from './sources.mjs';

const stamp = path.join(root, 'dist/.build-web');
const project = 'apps/web';

/**
 * Builds the portal with Vite into dist/apps/web, unless it is built from these very sources.
 * @returns {Promise<boolean>} whether it was built
 */
export async function buildWeb() {
  const configFile = path.join(root, project, 'vite.config.mts');
  if (!existsSync(configFile)) return false;
  const sources = hashSources();
  const index = path.join(root, 'dist', project, 'index.html');
  if (existsSync(index) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return false;
  rmSync(stamp, { force: true });
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const options = ['build', '--config', configFile, '--logLevel', process.env.CI ? 'warn' : 'info'];
  if (!(await succeeds([vite, ...options]))) throw new Failure('The portal could not be built (see above).');
  if (!existsSync(index)) throw new Failure(`Vite left no ${path.relative(root, index)}.`);
  writeFileSync(stamp, sources);
  return true;
}

/** @type {(command: string[]) => Promise<boolean>} */
function succeeds(command) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    const kill = () => child.kill();
    process.once('exit', kill);
    child.once('error', () => resolve(false));
    child.once('exit', (code) => {
      process.off('exit', kill);
      resolve(code === 0);
    });
  });
}

/**
 * Compiled messages and the message compiler's own notes follow from the rest.
 * @type {(file: string) => boolean}
 */
const isGenerated = (file) =>
  file.includes('/paraglide/') || (file.includes('/project.inlang/') && !file.endsWith('/settings.json'));

/** @type {() => string} */
function hashSources() {
  const files = [project, 'libs/web', 'libs/kernel'].flatMap(listFiles).filter((file) => !isGenerated(file));
  return hashFiles([...files, 'tsconfig.base.json', 'package-lock.json', 'tools/build/build-web.mjs']);
}
