import { spawn } from 'node:child_process';
import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { nodeOptions, root } from './paths.mjs';
import { sendSignal } from './process-info.mjs';
import { startWatchdog } from './watchdog.mjs';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

const largestLog = 20 * 1024 * 1024;
const shortestPause = 200;
const longestPause = 30_000;
/** A process that ran this long has recovered: the next pause is short again. */
const stableAfter = 60_000;
/** A process that fails this often before it ever ran for a while cannot start: wrong configuration, most likely. */
const fruitlessTries = 5;
const ranForAWhile = 10_000;

/**
 * The Node processes of an instance: runs some to their end, keeps others alive, ends them all. Each has its own
 * process group, so that Ctrl-C reaches the launcher only, which stops them in order.
 */
export class Processes {
  /** @type {Map<ChildProcess, string>} */
  #running = new Map();
  #isStopping = false;
  #watchdog = startWatchdog();

  /**
   * @param {NodeJS.ProcessEnv} env
   * @param {string} logFolder
   * @param {(message: string) => void} giveUp a process does not start at all
   */
  constructor(env, logFolder, giveUp) {
    this.env = env;
    this.logFolder = logFolder;
    this.giveUp = giveUp;
    mkdirSync(logFolder, { recursive: true, mode: 0o700 });
  }

  /**
   * Runs a script to its end; its output is shown only if it fails.
   * @param {string} name
   * @param {string} script
   */
  async run(name, script) {
    if (this.#isStopping) return;
    const { child, log, from } = this.#spawn(name, script);
    const { code, signal } = await ended(child);
    if (code !== 0 && !this.#isStopping) {
      throw new Failure(`${name} failed (${signal ?? `code ${code}`}):\n${lastLines(log, from, 15)}`);
    }
  }

  /**
   * Starts a script and starts it again whenever it ends.
   * @param {string} name
   * @param {string} script
   */
  keep(name, script) {
    let pause = shortestPause;
    let failures = 0;
    const start = async () => {
      if (this.#isStopping) return;
      const startedAt = Date.now();
      const { child, log, from } = this.#spawn(name, script);
      const { code, signal } = await ended(child);
      if (this.#isStopping) return;
      const lasted = Date.now() - startedAt;
      const cause = signal ? `ended by ${signal}` : `ended with code ${code}`;
      if (lasted > ranForAWhile) failures = Number.NEGATIVE_INFINITY;
      else if (!signal) failures += 1;
      if (failures >= fruitlessTries) {
        this.giveUp(`${name} does not start (${cause}):\n${lastLines(log, from, 15)}`);
        return;
      }
      if (lasted > stableAfter) pause = shortestPause;
      const words = signal ? '' : `\n${lastLines(log, from, 5)}`;
      console.error(`${name} (process ${child.pid}) ${cause}; starting it again in ${pause / 1000} s.${words}`);
      setTimeout(start, pause);
      pause = Math.min(pause * 2, longestPause);
    };
    void start();
  }

  /**
   * Asks every process to end and waits; what does not end in time is killed.
   * @param {number} milliseconds
   */
  async stop(milliseconds) {
    this.#isStopping = true;
    const children = [...this.#running.keys()];
    for (const child of children) if (child.pid) sendSignal(child.pid, 'SIGTERM');
    const kill = setTimeout(() => {
      for (const [child, name] of this.#running) {
        console.error(`${name} did not stop in time and is killed.`);
        if (child.pid) sendSignal(child.pid, 'SIGKILL');
      }
    }, milliseconds);
    await Promise.all(children.map(ended));
    clearTimeout(kill);
    this.#watchdog.close();
  }

  /** @type {(name: string, script: string) => { child: ChildProcess, log: string, from: number }} */
  #spawn(name, script) {
    const log = path.join(this.logFolder, `${name}.log`);
    if (existsSync(log) && statSync(log).size > largestLog) renameSync(log, `${log}.1`);
    const output = openSync(log, 'a', 0o600);
    const from = fstatSync(output).size;
    const child = spawn(process.execPath, [...nodeOptions, script], {
      cwd: root,
      env: this.env,
      stdio: ['ignore', output, output],
      detached: true,
    });
    closeSync(output);
    this.#running.set(child, name);
    this.#guard();
    void ended(child).then(() => {
      this.#running.delete(child);
      this.#guard();
    });
    return { child, log, from };
  }

  #guard() {
    const pids = [...this.#running.keys()].flatMap(({ pid }) => (pid ? [pid] : []));
    this.#watchdog.guard(pids.map((pid) => ({ pid, signal: 'SIGTERM' })));
  }
}

/** @type {(child: ChildProcess) => Promise<{ code: number | null, signal: NodeJS.Signals | null }>} */
function ended(child) {
  const { exitCode: code, signalCode: signal } = child;
  if (code !== null || signal !== null) return Promise.resolve({ code, signal });
  return new Promise((resolve) => {
    child.once('error', () => resolve({ code: 1, signal: null }));
    child.once('exit', (exitCode, signalCode) => resolve({ code: exitCode, signal: signalCode }));
  });
}

/**
 * What a process said last; its log begins at `from`.
 * @type {(file: string, from: number, count: number) => string}
 */
function lastLines(file, from, count) {
  return readFileSync(file).subarray(from).toString('utf8').trimEnd().split('\n').slice(-count).join('\n');
}
