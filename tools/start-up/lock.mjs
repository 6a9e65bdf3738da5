import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { findProcess } from './process-info.mjs';

/**
 * @typedef {object} LockHolder
 * @property {number} pid
 * @property {string} startedAt
 */

/** The lock belongs to a process that still runs. */
export class LockedError extends Error {
  /** @param {LockHolder} holder */
  constructor(holder) {
    super(`locked by process ${holder.pid}`);
    this.holder = holder;
  }
}

/**
 * Who holds the lock, if that process still runs.
 * @param {string} file
 * @returns {LockHolder | null}
 */
export function findLockHolder(file) {
  const holder = read(file);
  return holder && findProcess(holder.pid)?.startedAt === holder.startedAt ? holder : null;
}

/**
 * Takes a lock for this process. Node has no flock, so the lock is a file that names its holder by process id and
 * start time; one left behind by a dead process is replaced.
 * @param {string} file
 * @returns {() => void} gives the lock back
 */
export function takeLock(file) {
  const unique = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const mine = { pid: process.pid, startedAt: findProcess(process.pid)?.startedAt ?? '' };
  // Linking a complete file into place: nobody can ever read half a lock.
  writeFileSync(unique, JSON.stringify(mine), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      if (linked(unique, file)) return () => release(file, mine);
      const holder = findLockHolder(file);
      if (holder) throw new LockedError(holder);
      removeStale(file);
    }
    throw new Error(`cannot take the lock ${file}`);
  } finally {
    rmSync(unique, { force: true });
  }
}

/** @type {(source: string, target: string) => boolean} */
function linked(source, target) {
  try {
    linkSync(source, target);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/** @type {(file: string) => void} */
function removeStale(file) {
  const aside = `${file}.stale.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  // Another process may have replaced the stale lock in between: then it is put back.
  if (findLockHolder(aside)) linked(aside, file);
  rmSync(aside, { force: true });
}

/** @type {(file: string) => LockHolder | null} */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** @type {(file: string, mine: LockHolder) => void} */
function release(file, mine) {
  const holder = read(file);
  if (holder?.pid === mine.pid && holder.startedAt === mine.startedAt) rmSync(file, { force: true });
}
