import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DomainError } from '@of/kernel';
import { FileChecker, type CheckedFile } from '../../application/ports/file-checker';
import { type FileProblem } from '../../domain/file-problem';

interface Child {
  process: ChildProcess;
  input: Writable;
  /** A pipe of its own: libraries write what they like to the ordinary output. */
  output: Readable;
}

interface Verdict {
  problem: FileProblem | null;
  mediaType: string;
  sheets: number;
  bytes: number;
}

export interface CheckLimits {
  running: number;
  waiting: number;
  cpuSeconds: number;
  wallSeconds: number;
  /** Resident memory of the child. */
  memoryBytes: number;
}

const defaults: CheckLimits = {
  running: 2,
  waiting: 100,
  cpuSeconds: 10,
  wallSeconds: 40,
  memoryBytes: 512 * 2 ** 20,
};

/** Whoever was ended by a signal wanted too much; whoever ended by itself without a word is a fault of ours. */
async function verdictOfEnd(child: Child, ended: Promise<void>): Promise<CheckedFile> {
  await ended;
  const { signalCode, exitCode } = child.process;
  if (signalCode === null) throw new Error(`the program that checks files ended with ${exitCode}`);
  return { problem: { code: 'file-too-complex', params: {} } };
}

/**
 * Checks each file in a process of its own, which gets the content on its input, has no environment, and is ended by the
 * kernel after 10 s of CPU, and by us when it takes too long or too much memory. What it tells is only believed whole.
 */
export class ChildFileChecker extends FileChecker {
  private running = 0;
  private readonly queue: (() => void)[] = [];

  /** @param entry the built program of the child, `file-check-process.js` */
  constructor(
    private readonly entry = join(__dirname, 'file-check-process.js'),
    private readonly limits: CheckLimits = defaults,
  ) {
    super();
  }

  async check(content: Readable): Promise<CheckedFile> {
    await this.enter();
    const child = this.startOrLeave();
    const guard = this.guard(child);
    const ended = new Promise<void>((resolve) => {
      // Not `close`: that waits until somebody has read all of the output.
      child.process.once('exit', () => resolve());
      child.process.once('error', () => resolve());
    });
    void ended.then(() => {
      clearInterval(guard);
      this.leave();
    });
    try {
      const feeding = pipeline(content, child.input).catch((error: NodeJS.ErrnoException) => {
        // It may know enough before it has read everything; a fault of our own store is one.
        if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
      });
      const output = child.output[Symbol.asyncIterator]() as AsyncIterator<Buffer, undefined>;
      const [verdict] = await Promise.all([readVerdict(output), feeding]);
      if (!verdict) return await verdictOfEnd(child, ended);
      if (verdict.head.problem) {
        child.output.destroy();
        return { problem: verdict.head.problem };
      }
      const { mediaType, sheets, bytes } = verdict.head;
      return { problem: null, mediaType, sheets, content: rest(verdict.rest, output, bytes) };
    } catch (error) {
      child.process.kill('SIGKILL');
      throw error;
    }
  }

  /** No more than a few at a time: each may take a core and half a gigabyte. */
  private async enter(): Promise<void> {
    if (this.running < this.limits.running) {
      this.running++;
      return;
    }
    if (this.queue.length >= this.limits.waiting) {
      throw new DomainError('service-unavailable', 'unavailable', { retryAfterSeconds: 30 });
    }
    await new Promise<void>((resolve) => this.queue.push(resolve));
  }

  private leave(): void {
    const next = this.queue.shift();
    if (next) next();
    else this.running--;
  }

  private startOrLeave(): Child {
    try {
      return this.start();
    } catch (error) {
      this.leave();
      throw error;
    }
  }

  private start(): Child {
    if (!existsSync(this.entry)) throw new Error(`The program that checks files is missing: ${this.entry}`);
    const { cpuSeconds } = this.limits;
    const node = [process.execPath, '--max-old-space-size=256', this.entry];
    // The shell sets the limits that Node cannot: CPU time, no files, no core dumps.
    const limited = ['-c', `ulimit -t ${cpuSeconds}; ulimit -f 0; ulimit -c 0; exec "$0" "$@"`, ...node];
    const started = spawn('/bin/sh', limited, { env: {}, stdio: ['pipe', 'ignore', 'ignore', 'pipe'] });
    // Where the machine has no file descriptor left there are no pipes either, and what is not heard ends our process.
    started.once('error', () => undefined);
    const [input, , , output] = started.stdio as unknown as [Writable, null, null, Readable];
    return { process: started, input, output };
  }

  private guard({ process: child }: Child): NodeJS.Timeout {
    const end = Date.now() + this.limits.wallSeconds * 1_000;
    return setInterval(() => {
      if (Date.now() > end || residentBytes(child.pid) > this.limits.memoryBytes) child.kill('SIGKILL');
    }, 50);
  }
}

/** Only Linux tells cheaply; elsewhere Node's own limit has to do. */
function residentBytes(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * 4_096;
  } catch {
    return 0;
  }
}

/** The first line of the output; null when the child ended without one. */
async function readVerdict(output: AsyncIterator<Buffer, undefined>): Promise<{ head: Verdict; rest: Buffer } | null> {
  let seen = Buffer.alloc(0);
  for (;;) {
    const { value, done } = await output.next();
    if (done) return null;
    seen = Buffer.concat([seen, value]);
    const end = seen.indexOf(10);
    if (end >= 0) return { head: JSON.parse(seen.toString('utf8', 0, end)) as Verdict, rest: seen.subarray(end + 1) };
    if (seen.length > 65_536) return null;
  }
}

async function* rest(first: Buffer, output: AsyncIterator<Buffer, undefined>, bytes: number): AsyncGenerator<Buffer> {
  let seen = first.length;
  if (first.length > 0) yield first;
  for (let part = await output.next(); !part.done; part = await output.next()) {
    seen += part.value.length;
    yield part.value;
  }
  if (seen !== bytes) throw new Error('the checked file came back in part only');
}
