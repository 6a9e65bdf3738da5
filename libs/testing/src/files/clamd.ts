import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../free-port';
import { until } from '../until';
import { EICAR } from './hostile-files';

const program = ['/usr/sbin/clamd', '/usr/local/sbin/clamd', '/usr/bin/clamd'].find(existsSync) ?? 'clamd';

/** A real clamd on a free port, which knows one signature. */
export class Clamd {
  private readonly folder = mkdtempSync(join(tmpdir(), 'of-clamd-'));
  private process: ChildProcess | null = null;

  private constructor(readonly port: number) {
    const signature = Buffer.from(EICAR).toString('hex');
    writeFileSync(join(this.folder, 'own.ndb'), `Eicar-Own:0:*:${signature}\n`);
    const settings = {
      TCPSocket: port,
      TCPAddr: '127.0.0.1',
      DatabaseDirectory: this.folder,
      Foreground: 'yes',
      StreamMaxLength: '26M',
      MaxScanSize: '100M',
      AlertExceedsMax: 'yes',
      TemporaryDirectory: this.folder,
    };
    const lines = Object.entries(settings).map(([name, value]) => `${name} ${value}`);
    writeFileSync(join(this.folder, 'clamd.conf'), `${lines.join('\n')}\n`);
  }

  static async start(): Promise<Clamd> {
    const clamd = new Clamd(await freePort());
    await clamd.run();
    return clamd;
  }

  get url(): string {
    return `tcp://127.0.0.1:${this.port}`;
  }

  async run(): Promise<void> {
    this.process = spawn(program, ['--config-file', join(this.folder, 'clamd.conf')], { stdio: 'ignore' });
    await until('clamd answers', () => this.isOpen());
  }

  /** Like a machine that hangs: it still accepts connections and never answers. */
  freeze(): void {
    this.process?.kill('SIGSTOP');
  }

  thaw(): void {
    this.process?.kill('SIGCONT');
  }

  async kill(): Promise<void> {
    if (!this.process || this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = new Promise((resolve) => this.process?.once('exit', resolve));
    this.process.kill('SIGKILL');
    await ended;
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private isOpen(): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = connect(this.port, '127.0.0.1', () => socket.write('zPING\0'));
      socket.once('data', (data) => {
        socket.destroy();
        resolve(data.toString().startsWith('PONG'));
      });
      socket.once('error', () => resolve(false));
    });
  }
}
