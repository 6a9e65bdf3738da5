import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { build } from '../build/build.mjs';
import { root } from '../start-up/paths.mjs';
import { startPostgres } from '../start-up/postgres.mjs';

/**
 * The sweep that closes accounts after the end of cover: as many due ones among few and among many accounts. Its time
 * follows the due ones, not the total.
 *
 *   node tools/bench/sweep.mjs [due=10000] [totals=100000,1000000]
 */
const require = createRequire(import.meta.url);
const built = (/** @type {string} */ library) => require(path.join(root, 'dist/libs', library, 'src/index.js'));

/**
 * @param {{ due?: number, totals?: number[] }} [size]
 * @returns {Promise<{ total: number, due: number, seconds: number, idleSeconds: number }[]>} `idleSeconds`: the same run when
 *   nothing is due any more
 */
export async function benchSweep({ due = 10_000, totals = [100_000, 1_000_000] } = {}) {
  await build({ node: true, web: false });
  require('reflect-metadata');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'of-bench-sweep-'));
  const results = [];
  try {
    for (const total of totals) results.push(await measure(folder, total, due));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return results;
}

/** @type {(folder: string, total: number, due: number) => Promise<{ total: number, due: number, seconds: number, idleSeconds: number }>} */
async function measure(folder, total, due) {
  const postgres = await startPostgres();
  try {
    await prepare(postgres.url, total, due);
    const sweep = await openSweep(postgres.url, folder);
    try {
      const seconds = await timed(() => sweep.run());
      const closed = await sweep.closed();
      if (closed !== due) throw new Error(`${closed} accounts were closed, ${due} were due`);
      return { total, due, seconds, idleSeconds: await timed(() => sweep.run()) };
    } finally {
      await sweep.close();
    }
  } finally {
    await postgres.stop();
  }
}

/**
 * Accounts in every state of cover, the due ones spread among them; every tenth of those has a running session.
 * @type {(url: string, total: number, due: number) => Promise<void>}
 */
async function prepare(url, total, due) {
  const { migrateDatabase } = built('platform');
  const rooms = ['membership', 'identity', 'approval'].flatMap((room) => built(`modules/${room}`)[`${room}Migrations`]);
  await migrateDatabase(url, rooms, false);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const every = Math.floor(total / due);
  await client.query(
    `INSERT INTO identity.account (id, insured_id, kvnr, state, language, password_hash, activated_at, cover_ends_on)
     SELECT gen_random_uuid(), gen_random_uuid(), 'X' || n, 'active', 'de', repeat('x', 60), now(),
            CASE WHEN n % $2 = 0 THEN platform.today() - 40
                 WHEN n % 50 = 1 THEN platform.today() - (n % 30)
                 WHEN n % 50 = 2 THEN platform.today() + (n % 300) END
       FROM generate_series(1, $1::int) n`,
    [total, every],
  );
  await client.query(
    `INSERT INTO identity.session (id, token_hash, account_id, browser, address, idle_expires_at, absolute_expires_at)
     SELECT gen_random_uuid(), sha256(kvnr::bytea), id, 'Bench', '127.0.0.1', now() + interval '15 minutes',
            now() + interval '8 hours'
       FROM identity.account WHERE substr(kvnr, 2)::int % $1 = 0`,
    [every * 10],
  );
  await client.query('ANALYZE');
  await client.query('CHECKPOINT');
  await client.end();
}

/** The task as the worker runs it. */
async function openSweep(/** @type {string} */ url, /** @type {string} */ folder) {
  const { loadConfig, createLogger, PlatformModule, PlatformJobsModule, Database } = built('platform');
  const { NestFactory } = require('@nestjs/core');
  const { registrationSchedules, RegistrationJobsModule } = built('modules/registration');
  const config = loadConfig({
    DATABASE_URL: url,
    DATA_DIR: folder,
    SESSION_SECRET: 'bench session secret 0123456789 abcdefgh',
    PASSWORD_PEPPER: 'bench password pepper 0123456789 abcdefg',
    CODE_PEPPER: 'bench code pepper 0123456789 abcdefghijk',
    MASTER_KEY: Buffer.alloc(32, 9).toString('base64'),
    VAPID_PRIVATE_KEY: Buffer.alloc(32, 8).toString('base64'),
    RECEIPT_SIGNING_KEY: Buffer.alloc(32, 7).toString('base64'),
  });
  const imports = [
    PlatformModule.forRoot(config, createLogger('silent', 'bench'), 'bench'),
    PlatformJobsModule,
    built('modules/membership').MembershipModule,
    built('modules/identity').IdentityJobsModule,
    built('modules/approval').ApprovalJobsModule,
    RegistrationJobsModule,
  ];
  const app = await NestFactory.createApplicationContext({ module: class Sweep {}, imports }, { logger: false });
  const task = registrationSchedules
    .map((/** @type {any} */ type) => app.get(type, { strict: false }))
    .find((/** @type {{ name: string }} */ { name }) => name === 'deactivate-lapsed-accounts');
  return {
    run: () => task.run(),
    closed: async () => {
      const sql = `SELECT count(*)::int AS closed FROM identity.account WHERE state = 'deactivated'`;
      return /** @type {number} */ ((await app.get(Database).read('bench.closed', sql))[0].closed);
    },
    close: () => app.close(),
  };
}

/** @type {(work: () => Promise<void>) => Promise<number>} seconds */
async function timed(work) {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
}

if (process.argv[1] && fileURLToPath(import.meta.url) === path.resolve(process.argv[1])) {
  const [due, totals] = process.argv.slice(2);
  const size = { due: due ? Number(due) : undefined, totals: totals?.split(',').map(Number) };
  for (const result of await benchSweep(size)) {
    console.log(
      `${result.due} due of ${result.total} accounts: ${result.seconds.toFixed(2)} s, nothing due: ${(result.idleSeconds * 1_000).toFixed(0)} ms`,
    );
  }
}
