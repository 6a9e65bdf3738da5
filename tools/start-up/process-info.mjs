import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/**
 * @typedef {object} ProcessInfo
 * @property {number} parent the parent's process id
 * @property {string} startedAt start time; with the id it names a process even after the id was given away again
 * @property {string} command the command line
 */

/**
 * What the system knows of a running process. A zombie counts as gone.
 * @param {number} pid
 * @returns {ProcessInfo | null}
 */
export function findProcess(pid) {
  return existsSync('/proc/self/stat') ? fromProc(pid) : fromPs(pid);
}

/** @type {(pid: number) => ProcessInfo | null} */
function fromProc(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the name in brackets, and may hold spaces and brackets itself.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return null;
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return { parent: Number(fields[1]), startedAt: fields[19] ?? '', command };
  } catch {
    return null;
  }
}

/** @type {(pid: number) => ProcessInfo | null} */
function fromPs(pid) {
  const { status, stdout } = spawnSync('ps', ['-o', 'ppid=,state=,lstart=,command=', '-p', String(pid)], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  const match = /^\s*(\d+)\s+(\S+)\s+(\w+\s+\w+\s+\d+\s+[\d:]+\s+\d+)\s+(.*)$/.exec(status === 0 ? stdout.trim() : '');
  if (!match || match[2]?.startsWith('Z')) return null;
  return { parent: Number(match[1]), startedAt: match[3] ?? '', command: match[4] ?? '' };
}

/**
 * @param {number} pid
 * @returns {boolean}
 */
export function isRunning(pid) {
  return findProcess(pid) !== null;
}

/**
 * Waits until a process is gone.
 * @param {number} pid
 * @param {number} milliseconds the longest wait
 * @returns {Promise<boolean>} whether it is gone
 */
export async function waitUntilGone(pid, milliseconds) {
  const end = Date.now() + milliseconds;
  while (isRunning(pid)) {
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return true;
}

/**
 * Sends a signal; a process that is gone already is fine.
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
export function sendSignal(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}
