import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { findProcess, sendSignal, waitUntilGone } from './process-info.mjs';

/**
 * @typedef {object} Cluster
 * @property {string} home folder of data, password and log
 * @property {string} binaries folder with bin/ and lib/
 * @property {import('./postgres-binaries.mjs').SystemUser | null} user who runs the server; null: the same user
 * @property {boolean} fast nothing is forced to disk: for tests only
 */

/** The environment of the server: nothing of ours, so that no PG* variable or locale changes what it does. */
export const serverEnvironment = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };

/** @param {Cluster} cluster */
export const dataOf = (cluster) => path.join(cluster.home, 'data');

/**
 * Makes the cluster if there is none, and gives the superuser's password.
 * @param {Cluster} cluster
 * @returns {string}
 */
export function prepareCluster(cluster) {
  const secret = path.join(cluster.home, 'password');
  if (existsSync(path.join(dataOf(cluster), 'PG_VERSION'))) {
    checkVersion(cluster);
    if (!existsSync(secret)) throw new Failure(`The password file ${secret} of the embedded PostgreSQL is gone.`);
    return readFileSync(secret, 'utf8').trim();
  }
  const password = randomBytes(24).toString('base64url');
  rmSync(secret, { force: true });
  writeFileSync(secret, `${password}\n`, { mode: 0o600 });
  initialise(cluster, password);
  return password;
}

/** @type {(cluster: Cluster) => void} */
function checkVersion(cluster) {
  const major = readFileSync(path.join(dataOf(cluster), 'PG_VERSION'), 'utf8').trim();
  const { stdout } = spawnSync(path.join(cluster.binaries, 'bin/postgres'), ['--version'], {
    encoding: 'utf8',
    env: serverEnvironment,
  });
  const found = /\d+/.exec(stdout ?? '')?.[0];
  if (found && found !== major) {
    throw new Failure(`The database in ${cluster.home} was made by PostgreSQL ${major}; this is PostgreSQL ${found}.`);
  }
}

/**
 * A cluster is made beside its place and moved there when it is complete: an interrupted start leaves nothing broken.
 * @type {(cluster: Cluster, password: string) => void}
 */
function initialise(cluster, password) {
  const unfinished = path.join(cluster.home, 'data.unfinished');
  const passwordFile = path.join(cluster.home, 'password.initdb');
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  chmodSync(unfinished, 0o700);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (cluster.user) {
    chownSync(unfinished, cluster.user.uid, cluster.user.gid);
    chownSync(passwordFile, cluster.user.uid, cluster.user.gid);
  }
  const options = ['-D', unfinished, '-U', 'postgres', '-E', 'UTF8', '--locale=C', '--locale-provider=builtin']
    .concat('--builtin-locale=C.UTF-8', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '--data-checksums')
    .concat('--no-instructions', cluster.fast ? '--no-sync' : []);
  const { status, error, stderr, stdout } = spawnSync(path.join(cluster.binaries, 'bin/initdb'), options, {
    ...cluster.user,
    cwd: cluster.home,
    env: serverEnvironment,
    encoding: 'utf8',
  });
  rmSync(passwordFile, { force: true });
  if (status !== 0) {
    const reason = error?.message ?? `${stdout}\n${stderr}`.trim().split('\n').slice(-3).join(' | ');
    throw new Failure(`The embedded PostgreSQL could not make its database in ${cluster.home}: ${reason}`);
  }
  renameSync(unfinished, dataOf(cluster));
}

/**
 * Removes what a killed launcher left: a server without a launcher is stopped, a pid file without its server (the id
 * may belong to somebody else by now) is deleted. The caller holds the lock of the cluster.
 * @param {Cluster} cluster
 * @returns {Promise<void>}
 */
export async function clearLeftovers(cluster) {
  const pidFile = path.join(dataOf(cluster), 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
  const found = pid > 0 ? findProcess(pid) : null;
  if (found?.command.includes(dataOf(cluster))) {
    sendSignal(pid, 'SIGINT');
    if (!(await waitUntilGone(pid, 10_000))) sendSignal(pid, 'SIGQUIT');
    if (!(await waitUntilGone(pid, 5_000))) {
      throw new Failure(`PostgreSQL (process ${pid}) still runs on ${dataOf(cluster)} and does not stop.`);
    }
  }
  rmSync(pidFile, { force: true });
}

/**
 * Whether the running server takes connections. It says so in its pid file; asking there needs no connection.
 * @param {Cluster} cluster
 * @param {number} pid
 * @returns {boolean}
 */
export function isAccepting(cluster, pid) {
  try {
    const lines = readFileSync(path.join(dataOf(cluster), 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}
