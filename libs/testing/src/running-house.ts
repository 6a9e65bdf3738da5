import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client, Pool } from 'pg';
import { freePort } from './free-port';
import { sandboxClock, type SandboxClock } from './sandbox-clock';
import { until } from './until';

const root = resolve(__dirname, '../../..');

const secrets = {
  SESSION_SECRET: 'session-secret-for-tests-only-0123456789',
  PASSWORD_PEPPER: 'password-pepper-for-tests-only-0123456789',
  CODE_PEPPER: 'code-pepper-for-tests-only-0123456789-01',
  MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
  VAPID_PRIVATE_KEY: Buffer.alloc(32, 5).toString('base64'),
  RECEIPT_SIGNING_KEY: Buffer.alloc(32, 6).toString('base64'),
};

export interface HouseOptions {
  /** More environment for the processes, or a function that prepares the data folder and gives it. */
  env?: Record<string, string> | ((dataDir: string) => Record<string, string>);
  /** Superuser connection of the server to use; default: the one of the test run. */
  adminUrl?: string;
  /** A clock that can be moved. Default true. */
  hasClock?: boolean;
}

/** API and worker as processes of their own, with a database and a data folder of their own. */
export class RunningHouse {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'of-e2e-'));
  readonly name = `e2e_${randomBytes(5).toString('hex')}`;
  clock!: SandboxClock;
  port = 0;
  companionPort = 0;
  api: ChildProcess | null = null;
  worker: ChildProcess | null = null;
  /** Everything the processes wrote. */
  log = '';
  private pool!: Pool;
  private readonly adminUrl: string;
  private readonly env: Record<string, string>;

  private constructor(options: HouseOptions) {
    const url = options.adminUrl ?? process.env['TEST_DATABASE_ADMIN_URL'];
    if (!url) throw new Error('TEST_DATABASE_ADMIN_URL is not set: the Jest global setup starts PostgreSQL');
    this.adminUrl = url;
    this.env = typeof options.env === 'function' ? options.env(this.dataDir) : (options.env ?? {});
  }

  /** Migrates, loads the demo persons, starts both processes and waits until the API is ready. */
  static async start(options: HouseOptions = {}): Promise<RunningHouse> {
    const house = new RunningHouse(options);
    await house.asAdmin(`CREATE DATABASE ${house.name}`);
    house.pool = new Pool({ connectionString: house.databaseUrl, max: 3 });
    house.pool.on('error', () => undefined); // the server is restarted in some tests
    house.port = await freePort();
    house.companionPort = await freePort();
    await house.command('migrate.js');
    await house.command('seed-demo.js');
    if (options.hasClock ?? true)
      house.clock = await sandboxClock({ query: (sql, params) => house.query(sql, params) });
    house.startWorker();
    await house.startApi();
    return house;
  }

  get databaseUrl(): string {
    const url = new URL(this.adminUrl);
    url.pathname = `/${this.name}`;
    return url.toString();
  }

  get origin(): string {
    return `http://localhost:${this.port}`;
  }

  get companionOrigin(): string {
    return `http://localhost:${this.companionPort}`;
  }

  async query<Row = Record<string, unknown>>(sql: string, params: unknown[] = []): Promise<Row[]> {
    return (await this.pool.query(sql, params)).rows as Row[];
  }

  async startApi(): Promise<void> {
    this.api = this.spawn('apps/api/src/main.js');
    await until('the API is ready', async () => {
      if (this.api?.exitCode !== null) throw new Error(`the API ended: ${this.log.slice(-2_000)}`);
      return fetch(`http://127.0.0.1:${this.port}/health/ready`).then(
        (answer) => answer.ok,
        () => false,
      );
    });
  }

  startWorker(): void {
    this.worker = this.spawn('apps/worker/src/main.js');
  }

  /** Ends the worker as a power cut would. */
  killWorker(): Promise<void> {
    return end(this.worker, 'SIGKILL');
  }

  /** Runs one of the worker's commands; gives what it printed. */
  command(script: string, args: string[] = []): Promise<string> {
    const child = this.spawn(`apps/worker/src/${script}`, args);
    let output = '';
    child.stdout?.on('data', (data: Buffer) => (output += String(data)));
    return new Promise((done, fail) => {
      child.once('exit', (code) =>
        code === 0 ? done(output) : fail(new Error(`${script} ended with ${code}: ${this.log}`)),
      );
    });
  }

  /** Loads persons from lines of the import. */
  async importMembers(lines: object[]): Promise<void> {
    const file = join(this.dataDir, `members-${randomBytes(4).toString('hex')}.ndjson`);
    writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
    const printed = await this.command('members-import.js', [file]);
    if (!printed.includes('rejected 0')) throw new Error(printed);
  }

  /** Resident memory of the API in MiB. */
  async apiMemory(): Promise<number> {
    const text = await (await fetch(`http://127.0.0.1:${this.port}/metrics`)).text();
    return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]) / 2 ** 20;
  }

  async stop(): Promise<void> {
    await Promise.all([end(this.api, 'SIGTERM'), end(this.worker, 'SIGTERM')]);
    await this.pool?.end();
    await this.asAdmin(`DROP DATABASE IF EXISTS ${this.name} WITH (FORCE)`).catch(() => undefined);
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private spawn(script: string, args: string[] = []): ChildProcess {
    const child = spawn(process.execPath, [join(root, 'dist', script), ...args], {
      cwd: root,
      env: this.environment(),
    });
    const keep = (data: Buffer): void => void (this.log += String(data));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    return child;
  }

  private environment(): Record<string, string> {
    return {
      PATH: process.env['PATH'] ?? '',
      NODE_ENV: 'test',
      PORT: String(this.port),
      COMPANION_PORT: String(this.companionPort),
      DATABASE_URL: this.databaseUrl,
      DATABASE_POOL_SIZE: '10',
      DATA_DIR: this.dataDir,
      PASSWORD_HASH_COST: '4',
      CODE_HASH_COST: '4',
      LOG_LEVEL: 'debug',
      PUSH_ALLOW_LOOPBACK: 'true',
      ...secrets,
      ...this.env,
    };
  }

  private async asAdmin(statement: string): Promise<void> {
    const client = new Client({ connectionString: this.adminUrl });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  }
}

async function end(child: ChildProcess | null, signal: NodeJS.Signals): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await ended;
  clearTimeout(timer);
}
