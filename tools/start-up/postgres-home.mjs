import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { sharedFolder } from './postgres-binaries.mjs';

/** @typedef {import('./postgres-binaries.mjs').SystemUser} SystemUser */

/**
 * The folder that holds the cluster (`data/`), its password and its log.
 *
 * It is the wanted folder itself wherever possible. As root that folder may lie below one that the PostgreSQL user may
 * not enter (a repository in /root): then the cluster lives in a shared place, and the wanted folder holds a pointer to
 * it. The pointer makes the place part of the data: who deletes the folder starts anew, who moves it keeps the data.
 * @param {string} wanted
 * @param {SystemUser | null} user
 * @returns {string}
 */
export function prepareHome(wanted, user) {
  mkdirSync(wanted, { recursive: true, mode: 0o700 });
  if (!user) return wanted;
  const pointer = path.join(wanted, 'location.json');
  const moved = readPointer(pointer);
  if (moved) return moved;
  if (isReachable(wanted)) {
    chmodSync(wanted, 0o711);
    return wanted;
  }
  const home = mkdtempSync(path.join(sharedFolder(), 'data-'));
  chmodSync(home, 0o711);
  takeAlong(wanted, home, user);
  writeFileSync(pointer, JSON.stringify({ home }), { mode: 0o600 });
  return home;
}

/** @type {(pointer: string) => string | null} */
function readPointer(pointer) {
  if (!existsSync(pointer)) return null;
  const { home } = JSON.parse(readFileSync(pointer, 'utf8'));
  if (existsSync(home)) return home;
  throw new Failure(
    `The database of this data folder was kept in ${home}, which is gone. Bring it back, or delete the data folder to start anew.`,
  );
}

/**
 * Whether other users may pass through every folder above.
 * @type {(folder: string) => boolean}
 */
function isReachable(folder) {
  for (let current = path.dirname(realpathSync(folder)); ; current = path.dirname(current)) {
    if ((statSync(current).mode & 0o001) === 0) return false;
    if (current === path.dirname(current)) return true;
  }
}

/**
 * A cluster that was made while the folders above were open moves with its password.
 * @type {(wanted: string, home: string, user: SystemUser) => void}
 */
function takeAlong(wanted, home, user) {
  for (const name of ['password', 'data']) {
    const [from, to] = [path.join(wanted, name), path.join(home, name)];
    if (!existsSync(from)) continue;
    try {
      renameSync(from, to);
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EXDEV') throw error;
      cpSync(from, to, { recursive: true, preserveTimestamps: true });
      if (name === 'data') giveTo(to, user);
      rmSync(from, { recursive: true });
    }
  }
}

/** @type {(folder: string, user: SystemUser) => void} */
function giveTo(folder, user) {
  chownSync(folder, user.uid, user.gid);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) giveTo(file, user);
    else lchownSync(file, user.uid, user.gid);
  }
}
