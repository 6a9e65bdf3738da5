import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from './paths.mjs';

/**
 * @typedef {object} Guarded
 * @property {number} pid
 * @property {NodeJS.Signals} signal the signal that asks it to stop
 *
 * @typedef {object} Watchdog
 * @property {(processes: Guarded[]) => void} guard replaces the list of processes to end
 * @property {() => void} close nothing is left to guard
 */

/**
 * Starts the small shell process that ends the guarded processes should this one be killed. A shell, not Node: it
 * costs 1 MB and survives whatever hits the Node processes.
 * @param {string[]} [removeAtEnd] folders to remove when this process is gone
 * @returns {Watchdog}
 */
export function startWatchdog(removeAtEnd = []) {
  const child = spawn('/bin/sh', [path.join(root, 'tools/start-up/watchdog.sh'), ...removeAtEnd], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    cwd: '/',
  });
  child.on('error', (error) => console.error(`The watchdog could not be started: ${error.message}`));
  child.stdin.on('error', () => {});
  child.unref();
  /** @type {import('node:net').Socket} */ (child.stdin).unref();
  return {
    guard: (processes) =>
      child.stdin.write(`${processes.map(({ signal, pid }) => `${signal.slice(3)}:${pid}`).join(' ')}\n`),
    close: () => child.stdin.end('\n'),
  };
}
