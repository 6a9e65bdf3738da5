import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureApplicationDatabase } from './application-database.mjs';
import { Failure } from './failure.mjs';
import { findLockHolder, LockedError, takeLock } from './lock.mjs';
import { dataFolder } from './paths.mjs';
import { startPostgres } from './postgres.mjs';
import { readOrMakeSecrets } from './secrets.mjs';

/**
 * @typedef {object} InstanceFile what a running instance tells tools beside it (readable by its own user only)
 * @property {number} pid
 * @property {string} url
 * @property {string} databaseUrl
 *
 * @typedef {Awaited<ReturnType<typeof startPostgres>>} Postgres
 */

/** A data folder and the one instance that may use it at a time. */
export class Instance {
  /** @type {(() => void) | null} */
  #unlock = null;

  /** @param {NodeJS.ProcessEnv} env */
  constructor(env) {
    this.env = env;
    this.folder = dataFolder(env);
    this.file = path.join(this.folder, 'instance.json');
    this.lock = path.join(this.folder, 'instance.lock');
  }

  /** Makes the data folder. Others may pass (as root, the PostgreSQL user must); what members get lies in closed folders. */
  makeFolder() {
    const isNew = !existsSync(this.folder);
    mkdirSync(this.folder, { recursive: true });
    if (isNew) chmodSync(this.folder, 0o711);
    for (const name of ['print', 'mail', 'sms', 'files']) {
      const folder = path.join(this.folder, name);
      if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
    }
  }

  /** Takes the data folder for this process. */
  claim() {
    try {
      this.makeFolder();
      this.#unlock = takeLock(this.lock);
    } catch (error) {
      if (error instanceof LockedError) throw this.#inUse(error.holder.pid);
      throw new Failure(`The data folder ${this.folder} cannot be used: ${/** @type {Error} */ (error).message}`);
    }
  }

  /** @type {(pid: number) => Failure} */
  #inUse(pid) {
    const url = this.findRunning()?.url;
    const where = url ? ` at ${url}` : '';
    return new Failure(
      `An instance already runs on ${this.folder} (process ${pid}${where}). Stop it, or set DATA_DIR to another folder.`,
    );
  }

  /**
   * What the instance that uses this data folder says of itself.
   * @returns {InstanceFile | null} null when none runs
   */
  findRunning() {
    const holder = findLockHolder(this.lock);
    if (!holder || !existsSync(this.file)) return null;
    const told = JSON.parse(readFileSync(this.file, 'utf8'));
    return told.pid === holder.pid ? told : null;
  }

  /**
   * The database: that of DATABASE_URL, else an embedded PostgreSQL with its data in the folder.
   * @param {(cause: string) => void} onUnexpectedExit
   * @returns {Promise<{ databaseUrl: string, postgres: Postgres | null }>}
   */
  async openDatabase(onUnexpectedExit) {
    if (this.env.DATABASE_URL) return { databaseUrl: this.env.DATABASE_URL, postgres: null };
    const postgres = await startPostgres({ dataDir: path.join(this.folder, 'postgres'), onUnexpectedExit });
    try {
      return { databaseUrl: await ensureApplicationDatabase(postgres), postgres };
    } catch (error) {
      await postgres.stop();
      throw error;
    }
  }

  /**
   * The environment of the processes: secrets are made once per data folder, what the caller set goes first.
   * @param {string} databaseUrl
   * @returns {NodeJS.ProcessEnv}
   */
  environment(databaseUrl) {
    const set = Object.fromEntries(Object.entries(this.env).filter(([, value]) => value !== ''));
    return { ...readOrMakeSecrets(this.folder), ...set, DATA_DIR: this.folder, DATABASE_URL: databaseUrl };
  }

  /** @param {Omit<InstanceFile, 'pid'>} details */
  publish(details) {
    writeFileSync(`${this.file}.unfinished`, JSON.stringify({ pid: process.pid, ...details }), { mode: 0o600 });
    renameSync(`${this.file}.unfinished`, this.file);
  }

  /** Gives the data folder free. */
  release() {
    if (!this.#unlock) return;
    rmSync(this.file, { force: true });
    this.#unlock();
    this.#unlock = null;
  }
}
