import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { build } from '../build/build.mjs';
import { Failure, runCommand } from './failure.mjs';
import { Instance } from './instance.mjs';
import { entryPoints, root } from './paths.mjs';

/**
 * `npm run members:import -- FILE.ndjson`: loads insured persons into the running instance's database; where none
 * runs, the database is started for the import. The exit code is that of the import.
 */
await runCommand(async () => {
  const [name, ...options] = process.argv.slice(2);
  if (!name) throw new Failure('Which file? Usage: npm run members:import -- FILE.ndjson');
  const file = findFile(name);
  const instance = new Instance(process.env);
  const running = process.env.DATABASE_URL ? null : instance.findRunning();
  process.exitCode = running
    ? await run(entryPoints.membersImport, [file, ...options], instance.environment(running.databaseUrl))
    : await runAlone(instance, [file, ...options]);
});

/**
 * npm changes to the repository's folder; the name counts from where the person stands.
 * @type {(name: string) => string}
 */
function findFile(name) {
  const places = [process.env.INIT_CWD, process.cwd()].flatMap((folder) =>
    folder ? [path.resolve(folder, name)] : [],
  );
  const file = places.find((place) => existsSync(place));
  if (!file) throw new Failure(`There is no file ${places[0]}.`);
  return file;
}

/** @type {(instance: Instance, args: string[]) => Promise<number>} */
async function runAlone(instance, args) {
  if (process.env.DATABASE_URL) instance.makeFolder();
  else instance.claim();
  try {
    await build({ node: true, web: false });
    const { databaseUrl, postgres } = await instance.openDatabase(() => {});
    try {
      const env = instance.environment(databaseUrl);
      const migrated = await run(entryPoints.migrate, [], env);
      return migrated === 0 ? await run(entryPoints.membersImport, args, env) : migrated;
    } finally {
      await postgres?.stop();
    }
  } finally {
    instance.release();
  }
}

/** @type {(script: string, args: string[], env: NodeJS.ProcessEnv) => Promise<number>} */
function run(script, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--max-old-space-size=128', script, ...args], { cwd: root, env, stdio: 'inherit' });
    const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, pass);
    child.once('error', reject);
    child.once('exit', (code) => {
      for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.off(signal, pass);
      resolve(code ?? 1);
    });
  });
}
