import { spawn } from 'node:child_process';
import { build } from '../build/build.mjs';
import { Instance } from './instance.mjs';
import { entryPoints, root } from './paths.mjs';

/**
 * Runs a command of ours on the running instance's database; where none runs, the database is started for it.
 * @param {string[]} command arguments of Node: options, script, arguments
 * @returns {Promise<number>} the exit code
 */
export async function runBesideInstance(command) {
  const instance = new Instance(process.env);
  const running = process.env.DATABASE_URL ? null : instance.findRunning();
  return running ? run(command, instance.environment(running.databaseUrl)) : runAlone(instance, command);
}

/** @type {(instance: Instance, command: string[]) => Promise<number>} */
async function runAlone(instance, command) {
  if (process.env.DATABASE_URL) instance.makeFolder();
  else instance.claim();
  try {
    await build({ node: true, web: false });
    const { databaseUrl, postgres } = await instance.openDatabase(() => {});
    try {
      const env = instance.environment(databaseUrl);
      const migrated = await run([entryPoints.migrate], env);
      return migrated === 0 ? await run(command, env) : migrated;
    } finally {
      await postgres?.stop();
    }
  } finally {
    instance.release();
  }
}

/** @type {(command: string[], env: NodeJS.ProcessEnv) => Promise<number>} */
function run(command, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, { cwd: root, env, stdio: 'inherit' });
    const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, pass);
    child.once('error', reject);
    child.once('exit', (code) => {
      for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.off(signal, pass);
      resolve(code ?? 1);
    });
  });
}
