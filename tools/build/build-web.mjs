import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../start-up/failure.mjs';
import { root } from '../start-up/paths.mjs';
import { hashFiles, listFiles } from './sources.mjs';

/** What the browser runs, and what people call it. */
const projects = { web: 'portal', companion: 'companion' };

/**
 * Builds portal and companion with Vite into dist/apps, unless they are built from these very sources.
 * @returns {Promise<string[]>} what was built
 */
export async function buildWeb() {
  const built = [];
  for (const [name, title] of Object.entries(projects)) if (await buildProject(name, title)) built.push(title);
  return built;
}

/** @type {(name: string, title: string) => Promise<boolean>} */
async function buildProject(name, title) {
  const project = `apps/${name}`;
  const stamp = path.join(root, `dist/.build-${name}`);
  const configFile = path.join(root, project, 'vite.config.mts');
  const sources = hashSources(project);
  const index = path.join(root, 'dist', project, 'index.html');
  if (existsSync(index) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return false;
  rmSync(stamp, { force: true });
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const options = ['build', '--config', configFile, '--logLevel', process.env.CI ? 'warn' : 'info'];
  if (!(await succeeds([vite, ...options]))) throw new Failure(`The ${title} could not be built (see above).`);
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

const tools = ['tools/build/build-web.mjs', 'tools/build/browser-app.mts'];

/**
 * Compiled messages and the message compiler's own notes follow from the rest.
 * @type {(file: string) => boolean}
 */
const isGenerated = (file) =>
  file.includes('/paraglide/') || (file.includes('/project.inlang/') && !file.endsWith('/settings.json'));

/** @type {(project: string) => string} */
function hashSources(project) {
  const files = [project, 'libs/web', 'libs/kernel'].flatMap(listFiles).filter((file) => !isGenerated(file));
  return hashFiles([...files, 'tsconfig.base.json', 'package-lock.json', ...tools]);
}
