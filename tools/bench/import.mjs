import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { build } from '../build/build.mjs';
import { root } from '../start-up/paths.mjs';
import { startPostgres } from '../start-up/postgres.mjs';
import { writeMembers } from './members-file.mjs';

/**
 * Import beside a bare COPY of the same values into the same indexed tables, measured in turns in one run; and its
 * memory with few and with many lines.
 *
 *   node tools/bench/import.mjs [lines=300000] [rounds=3] [manyLines=1000000]
 */
const tables = ['insured_person', 'address', 'bank_account', 'insurance_period'].map((name) => `membership.${name}`);
const require = createRequire(import.meta.url);

/** @typedef {{ folder: string, client: pg.Client, env: NodeJS.ProcessEnv }} Bench */

/**
 * @param {{ lines?: number, rounds?: number, manyLines?: number }} [size]
 * @returns {Promise<{ ratio: number, lines: number, importSeconds: number, copySeconds: number, againSeconds: number,
 *   memory: { lines: number, peakMb: number }[] }>}
 */
export async function benchImport({ lines = 300_000, rounds = 3, manyLines = 1_000_000 } = {}) {
  await build({ node: true, web: false });
  const folder = mkdtempSync(path.join(os.tmpdir(), 'of-bench-import-'));
  const postgres = await startPostgres();
  const client = new pg.Client({ connectionString: postgres.url });
  // A lost connection shows in the next statement; unheard it would end the process before it has tidied up.
  client.on('error', () => {});
  try {
    await migrate(postgres.url);
    await client.connect();
    const bench = { folder, client, env: environment(postgres.url, folder) };
    const speed = await measureSpeed(bench, lines, rounds);
    const memory = [];
    for (const count of [10_000, manyLines]) memory.push(await measureMemory(bench, count));
    return { lines, ...speed, memory };
  } finally {
    await client.end().catch(() => {});
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @type {(bench: Bench, lines: number, rounds: number) => Promise<{ ratio: number, importSeconds: number, copySeconds: number, againSeconds: number }>} */
async function measureSpeed(bench, lines, rounds) {
  const file = path.join(bench.folder, 'members.ndjson');
  await writeMembers(file, lines);
  const [imports, copies, again] = [[], [], []].map((list) => /** @type {number[]} */ (list));
  for (let round = 0; round < rounds; round++) {
    await emptyTables(bench.client);
    imports.push((await runImport(bench, file)).seconds);
    if (round === 0) await saveTables(bench);
    again.push((await runImport(bench, file)).seconds);
    await emptyTables(bench.client);
    copies.push(await copyBare(bench));
  }
  const [importSeconds, copySeconds, againSeconds] = [median(imports), median(copies), median(again)];
  return { ratio: copySeconds / importSeconds, importSeconds, copySeconds, againSeconds };
}

/** @type {(bench: Bench, lines: number) => Promise<{ lines: number, peakMb: number }>} */
async function measureMemory(bench, lines) {
  const file = path.join(bench.folder, `members-${lines}.ndjson`);
  await writeMembers(file, lines);
  await emptyTables(bench.client);
  const { peakMb } = await runImport(bench, file);
  rmSync(file);
  return { lines, peakMb };
}

/** @type {(bench: Bench, file: string) => Promise<{ seconds: number, peakMb: number }>} the whole command, start of Node included */
async function runImport({ env }, file) {
  const start = performance.now();
  const script = path.join(root, 'dist/apps/worker/src/members-import.js');
  const child = spawn(process.execPath, ['--max-old-space-size=128', script, file], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let peakMb = 0;
  const watch = setInterval(() => (peakMb = Math.max(peakMb, peakOf(child.pid))), 50);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`the import ended with ${code}`);
  return { seconds: (performance.now() - start) / 1_000, peakMb };
}

/** @type {(pid: number | undefined) => number} highest resident memory so far, in MB; 0 where the system does not tell */
function peakOf(pid) {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** @type {(bench: Bench) => Promise<number>} seconds */
async function copyBare({ folder, client }) {
  const start = performance.now();
  await client.query('BEGIN');
  for (const table of tables) {
    await pipeline(createReadStream(path.join(folder, table)), client.query(copyFrom(`COPY ${table} FROM STDIN`)));
  }
  await client.query('COMMIT');
  return (performance.now() - start) / 1_000;
}

/** @type {(bench: Bench) => Promise<void>} */
async function saveTables({ folder, client }) {
  for (const table of tables) {
    await pipeline(client.query(copyTo(`COPY ${table} TO STDOUT`)), createWriteStream(path.join(folder, table)));
  }
}

/**
 * Every measurement starts from empty tables and a settled log. With them goes what follows from them, e.g. cover changes.
 * @type {(client: pg.Client) => Promise<void>}
 */
async function emptyTables(client) {
  await client.query(`TRUNCATE ${tables.join(', ')} CASCADE`);
  await client.query('CHECKPOINT');
}

/** @type {(url: string) => Promise<void>} */
async function migrate(url) {
  require('reflect-metadata');
  const { migrateDatabase } = require(path.join(root, 'dist/libs/platform/src/index.js'));
  const { membershipMigrations } = require(path.join(root, 'dist/libs/modules/membership/src/index.js'));
  await migrateDatabase(url, membershipMigrations, false);
}

/** @type {(url: string, folder: string) => NodeJS.ProcessEnv} */
function environment(url, folder) {
  const secret = () => randomBytes(32).toString('base64');
  return {
    PATH: process.env.PATH,
    DATABASE_URL: url,
    DATA_DIR: folder,
    SESSION_SECRET: secret(),
    PASSWORD_PEPPER: secret(),
    CODE_PEPPER: secret(),
    MASTER_KEY: secret(),
    VAPID_PRIVATE_KEY: secret(),
    RECEIPT_SIGNING_KEY: secret(),
  };
}

/** @type {(values: number[]) => number} */
const median = (values) => /** @type {number} */ ([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]);

if (process.argv[1] && fileURLToPath(import.meta.url) === path.resolve(process.argv[1])) {
  const [lines, rounds, manyLines] = process.argv.slice(2).map(Number);
  const result = await benchImport({ lines, rounds, manyLines });
  const rate = (/** @type {number} */ seconds) => `${Math.round(result.lines / seconds / 1_000)}k lines/s`;
  console.log(`import of ${result.lines} lines: ${result.importSeconds.toFixed(1)} s (${rate(result.importSeconds)})`);
  console.log(`bare COPY of the same values: ${result.copySeconds.toFixed(1)} s (${rate(result.copySeconds)})`);
  console.log(`ratio: ${result.ratio.toFixed(2)} (at least 0.3)`);
  console.log(`the same file again: ${result.againSeconds.toFixed(1)} s (${rate(result.againSeconds)})`);
  for (const { lines: count, peakMb } of result.memory)
    console.log(`peak memory with ${count} lines: ${peakMb.toFixed(0)} MB`);
}
