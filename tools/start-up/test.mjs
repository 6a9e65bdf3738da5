import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from '../build/build.mjs';
import { Failure } from './failure.mjs';
import { root } from './paths.mjs';
import { startPostgres } from './postgres.mjs';
import { startRedis } from './redis.mjs';
import { findJestProjects } from './jest-projects.mjs';
import { readReports } from './test-report.mjs';
import { ensureTools, findChromium } from './test-tools.mjs';

/**
 * `npm test`: every test there is. Installs what they need where it may, builds, starts one PostgreSQL and one Redis
 * for all, runs Jest twice (the journeys one after another: they measure and drive browsers), and ends in the line
 * `N passed, N failed`. A skipped test counts as failed. Patterns after `--` choose test files.
 */
const output = mkdtempSync(path.join(os.tmpdir(), 'onlinefiliale-test-'));
/** @type {{ stop: () => Promise<unknown> }[]} */
const services = [];
/** @type {import('node:child_process').ChildProcess | null} */
let jest = null;

process.once('exit', () => {
  jest?.kill('SIGKILL');
  rmSync(output, { recursive: true, force: true });
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.once(signal, () => void stopServices().then(() => process.exit(1)));
}

try {
  ensureTools();
  await build();
  const env = { ...process.env, NODE_ENV: 'test', CHROMIUM_PATH: findChromium() ?? '', ...(await startServices()) };
  const projects = findJestProjects();
  // The launcher's own tests start whole instances, as the journeys do.
  const journeys = projects.filter((project) => /(-e2e|tools)$/.test(project));
  const reports = [
    await runJest(
      'tests',
      projects.filter((project) => !journeys.includes(project)),
      ['--maxWorkers=2'],
      env,
    ),
    await runJest('journeys', journeys, ['--runInBand'], env),
  ];
  await stopServices();
  conclude(reports.filter((report) => report !== null));
} catch (error) {
  await stopServices();
  console.error(error instanceof Failure ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

/** @type {() => Promise<Record<string, string>>} */
async function startServices() {
  const postgres = await startPostgres({ fast: true });
  services.push(postgres);
  const redis = await startRedis();
  services.push(redis);
  return { TEST_DATABASE_ADMIN_URL: postgres.url, TEST_REDIS_URL: redis.url };
}

async function stopServices() {
  await Promise.all(services.splice(0).map((service) => service.stop()));
}

/**
 * Runs Jest over some projects; gives the file of its report.
 * @type {(name: string, projects: string[], args: string[], env: NodeJS.ProcessEnv) => Promise<string | null>}
 */
function runJest(name, projects, args, env) {
  if (projects.length === 0) return Promise.resolve(null);
  const report = path.join(output, `${name}.json`);
  const command = [
    path.join(root, 'node_modules/jest/bin/jest.js'),
    '--passWithNoTests',
    '--json',
    `--outputFile=${report}`,
  ].concat(args, '--projects', projects, '--', process.argv.slice(2));
  console.log(`\nRunning the ${name} …`);
  return new Promise((resolve, reject) => {
    jest = spawn(process.execPath, command, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
    jest.once('error', reject);
    jest.once('exit', () => resolve(report));
  });
}

/** @type {(reports: string[]) => void} */
function conclude(reports) {
  const { passed, failed, complaints } = readReports(reports);
  if (complaints.length > 0) console.log(`\n${complaints.join('\n')}`);
  const isEmpty = passed + failed === 0;
  if (isEmpty) console.log('\nNo test was found.');
  console.log(`\n${passed} passed, ${isEmpty ? 1 : failed} failed`);
  process.exit(failed > 0 || isEmpty ? 1 : 0);
}
