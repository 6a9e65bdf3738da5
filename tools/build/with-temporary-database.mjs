import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureApplicationDatabase } from '../start-up/application-database.mjs';
import { Failure } from '../start-up/failure.mjs';
import { root } from '../start-up/paths.mjs';
import { startPostgres } from '../start-up/postgres.mjs';
import { readOrMakeSecrets } from '../start-up/secrets.mjs';

/** @typedef {(script: string, ...args: string[]) => Promise<void>} RunScript runs a built script; fails if it fails */

/**
 * Gives a tool an empty database and a data folder for as long as it needs them.
 * @param {(run: RunScript, folder: string, env: NodeJS.ProcessEnv) => Promise<void>} work
 * @returns {Promise<void>}
 */
export async function withTemporaryDatabase(work) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'onlinefiliale-tool-'));
  const postgres = await startPostgres({ fast: true });
  try {
    // Whatever the machine is set up for: queues are described by their PostgreSQL tables here.
    const ours = { DATA_DIR: folder, LOG_LEVEL: 'error', REDIS_URL: '' };
    const databaseUrl = await ensureApplicationDatabase(postgres);
    const env = { ...process.env, ...readOrMakeSecrets(folder), ...ours, DATABASE_URL: databaseUrl };
    await work((script, ...args) => run(script, args, env), folder, env);
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @type {(script: string, args: string[], env: NodeJS.ProcessEnv) => Promise<void>} */
function run(script, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Failure(`${path.relative(root, script)} failed.`)),
    );
  });
}
