import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { nodeOptions } from '../start-up/paths.mjs';
import { findFreePort } from '../start-up/ports.mjs';
import { startPostgres } from '../start-up/postgres.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const dist = (file) => path.join(root, 'dist', file);

/**
 * A whole house for measuring: its own PostgreSQL (durable, as in production), data folder, API and worker.
 * Limits stay on; the measurements spread over enough accounts and addresses.
 */
export async function openHouse() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'of-bench-'));
  mkdirSync(path.join(folder, 'print'));
  const postgres = await startPostgres({});
  const port = await findFreePort();
  const companionPort = await findFreePort();
  const secrets = {
    SESSION_SECRET: 'bench session secret 0123456789 abcdefgh',
    PASSWORD_PEPPER: 'bench password pepper 0123456789 abcdefg',
    CODE_PEPPER: 'bench code pepper 0123456789 abcdefghijk',
    MASTER_KEY: Buffer.alloc(32, 9).toString('base64'),
    VAPID_PRIVATE_KEY: Buffer.alloc(32, 8).toString('base64'),
    RECEIPT_SIGNING_KEY: Buffer.alloc(32, 7).toString('base64'),
  };
  const env = {
    ...process.env,
    ...secrets,
    NODE_ENV: 'development',
    DATABASE_URL: postgres.url,
    DATA_DIR: folder,
    PORT: String(port),
    COMPANION_PORT: String(companionPort),
    HOST: '0.0.0.0',
    LOG_LEVEL: 'error',
  };
  delete env.REDIS_URL;
  const children = new Set();

  const house = {
    postgres,
    folder,
    secrets,
    env,
    port,
    url: `http://127.0.0.1:${port}`,
    companionUrl: `http://127.0.0.1:${companionPort}`,
    /** What a device signs for. */
    companionOrigin: `http://localhost:${companionPort}`,
    /** Runs one program to its end. */
    run(file, ...args) {
      return new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [dist(file), ...args], {
          env,
          cwd: root,
          stdio: ['ignore', 'ignore', 'inherit'],
        });
        child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${file} ended with ${code}`))));
      });
    },
    /** Starts a process that stays, e.g. the API, as the launcher does. */
    keep(file, execArgv = []) {
      const child = spawn(process.execPath, [...nodeOptions, ...execArgv, dist(file)], {
        env,
        cwd: root,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      children.add(child);
      return child;
    },
    async stop(child) {
      children.delete(child);
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
    },
    /** Milliseconds until the API answers that it is ready. */
    async untilReady() {
      const start = performance.now();
      for (;;) {
        const answer = await fetch(`${house.url}/health/ready`).catch(() => null);
        await answer?.body?.cancel();
        if (answer?.status === 200) return performance.now() - start;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    /** Until the worker has done what earlier measurements left to it: that belongs to none of the next. */
    async untilIdle() {
      const client = new pg.Client({ connectionString: postgres.url });
      await client.connect();
      const waiting = `SELECT count(*)::int AS count FROM platform.outbox_event WHERE done_at IS NULL AND dead_at IS NULL`;
      while ((await client.query(waiting)).rows[0].count > 0) await new Promise((resolve) => setTimeout(resolve, 200));
      await client.end();
    },
    async close() {
      await Promise.all([...children].map((child) => house.stop(child)));
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await house.run('apps/worker/src/migrate.js');
  return house;
}
