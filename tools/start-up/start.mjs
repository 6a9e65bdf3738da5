import path from 'node:path';
import { build } from '../build/build.mjs';
import { Failure, runCommand } from './failure.mjs';
import { Instance } from './instance.mjs';
import { entryPoints } from './paths.mjs';
import { isPortFree } from './ports.mjs';
import { Processes } from './processes.mjs';
import { welcome } from './welcome.mjs';

/**
 * `npm start`: everything on one machine. Builds what is not built, starts PostgreSQL unless DATABASE_URL names one,
 * migrates, loads the demo persons into an empty database, and keeps the API and the worker running until a signal
 * comes or the parent is gone.
 */
const startedAt = performance.now();
const parent = process.ppid;
const instance = new Instance(process.env);
const port = Number(process.env.PORT || 3000);
const companionPort = Number(process.env.COMPANION_PORT || 3001);
const host = process.env.HOST || '127.0.0.1';

/** Two phases within the 15 seconds a stop may take: the processes (8 s), then the database (up to 5 s). */
const processesMayTake = 8_000;

/** @type {Processes | null} */
let processes = null;
/** @type {ReturnType<Instance['openDatabase']> | null} */
let opening = null;
/** @type {Promise<void> | null} */
let stopping = null;

async function start() {
  instance.claim();
  for (const [name, wanted] of Object.entries({ PORT: port, COMPANION_PORT: companionPort })) {
    if (await isPortFree(wanted, host)) continue;
    throw new Failure(`Port ${wanted} on ${host} is taken by another program. Set ${name} to a free one.`);
  }
  await build();
  if (stopping) return;
  opening = instance.openDatabase(revivePostgres);
  const { databaseUrl } = await opening;
  if (stopping) return;
  const env = {
    ...instance.environment(databaseUrl),
    PORT: String(port),
    COMPANION_PORT: String(companionPort),
    HOST: host,
  };
  processes = new Processes(env, path.join(instance.folder, 'logs'), abandon);
  await processes.run('migrate', entryPoints.migrate);
  await processes.run('seed-demo', entryPoints.seedDemo);
  if (stopping) return;
  const url = process.env.PUBLIC_URL || `http://localhost:${port}`;
  const companionUrl = process.env.COMPANION_URL || `http://localhost:${companionPort}`;
  instance.publish({ url, databaseUrl });
  processes.keep('api', entryPoints.api);
  processes.keep('worker', entryPoints.worker);
  await waitUntilReady();
  if (stopping) return;
  const startedAfter = performance.now() - startedAt;
  const isScanned = Boolean(process.env.CLAMD_URL);
  console.log(welcome({ url, companionUrl, folder: instance.folder, startedAfter, isScanned }));
}

async function waitUntilReady() {
  const address = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  while (!stopping) {
    const answer = await fetch(`http://${address}:${port}/health/ready`, { signal: AbortSignal.timeout(2_000) }).catch(
      () => null,
    );
    await answer?.body?.cancel();
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 75));
  }
}

/** @type {(cause: string) => Promise<void>} */
async function revivePostgres(cause) {
  if (stopping) return;
  console.error(`PostgreSQL ${cause}; starting it again.`);
  try {
    await (await opening)?.postgres?.start();
  } catch (error) {
    abandon(/** @type {Error} */ (error).message);
  }
}

/** @type {(message: string) => void} */
function abandon(message) {
  if (stopping) return;
  console.error(message);
  void stop('').then(() => process.exit(1));
}

/** @type {(reason: string) => Promise<void>} */
function stop(reason) {
  stopping ??= (async () => {
    if (reason) console.log(`${reason}: stopping …`);
    await processes?.stop(processesMayTake);
    const database = await opening?.catch(() => null);
    await database?.postgres?.stop();
    instance.release();
    if (reason) console.log('Stopped.');
  })();
  return stopping;
}

// npm may be killed without passing a signal on: whoever started us is gone, so we go.
setInterval(() => {
  if (process.ppid !== parent) void stop('The parent process is gone').then(() => process.exit(0));
}, 500).unref();

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => void stop(signal).then(() => process.exit(0)));
}
// A terminal that is gone must not keep us from stopping.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

await runCommand(async () => {
  try {
    await start();
  } catch (error) {
    if (stopping) return;
    await stop('');
    throw error;
  }
});
