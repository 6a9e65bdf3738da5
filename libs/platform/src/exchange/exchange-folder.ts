import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { syncFolder } from './sync-folder';

const MOST_BYTES = 4_096;
/** An unreadable answer younger than this may still be being written. */
const SETTLING_MS = 10_000;

/** An answer as it was found, unread. */
export interface FoundAnswer {
  /** Name under which the other system left it; handed back to `file`. */
  readonly name: string;
  /** What stands before the suffix: the id of what it answers, if it is one. */
  readonly subject: string;
  /** The parsed JSON; undefined when it is none. */
  readonly content: unknown;
}

export interface ExchangeRules {
  /** How the names of answers end. */
  readonly answerSuffix: string;
  /** Folders inside for the answers that were read. */
  readonly filed: Readonly<Record<'applied' | 'rejected', string>>;
}

/**
 * A folder by which another system gets files from us and answers in small JSON files beside them. Files appear under their
 * name only when they are whole, in the order in which they were given, and outlast a power cut.
 */
export class ExchangeFolder {
  constructor(
    private readonly path: string,
    private readonly rules: ExchangeRules,
  ) {}

  /** The same files again replace those of before. */
  async lay(files: readonly (readonly [name: string, content: Readable | Buffer | string])[]): Promise<void> {
    await mkdir(this.path, { recursive: true, mode: 0o700 });
    for (const [name, content] of files) {
      const temporary = join(this.path, `.${name}.part`);
      const source = content instanceof Readable ? content : [content];
      await pipeline(source, createWriteStream(temporary, { mode: 0o600, flush: true }));
      await rename(temporary, join(this.path, name));
    }
    await syncFolder(this.path);
  }

  async takeAway(names: readonly string[]): Promise<void> {
    await Promise.all(names.map((name) => rm(join(this.path, name), { force: true })));
  }

  async findAnswers(): Promise<FoundAnswer[]> {
    const names = await readdir(this.path).catch(emptyWhereMissing);
    const answers = await Promise.all(
      names
        .filter((name) => name.endsWith(this.rules.answerSuffix) && !name.startsWith('.'))
        .map((name) => this.read(name)),
    );
    return answers.filter((answer) => answer !== null);
  }

  /** Puts an answer away, so that it is not found again. */
  async file(name: string, verdict: 'applied' | 'rejected'): Promise<void> {
    const target = join(this.path, this.rules.filed[verdict]);
    await mkdir(target, { recursive: true, mode: 0o700 });
    const source = join(this.path, name);
    // There may be several answers under one name; the time of writing keeps them apart.
    const { mtimeMs } = await stat(source);
    await rename(source, join(target, `${Math.trunc(mtimeMs)}-${name}`));
  }

  private async read(name: string): Promise<FoundAnswer | null> {
    const path = join(this.path, name);
    const found = { name, subject: name.slice(0, -this.rules.answerSuffix.length) };
    const facts = await stat(path).catch(() => null);
    if (!facts) return null;
    if (!facts.isFile() || facts.size > MOST_BYTES) return { ...found, content: undefined };
    try {
      return { ...found, content: JSON.parse(await readFile(path, 'utf8')) as unknown };
    } catch (error) {
      // What a fault keeps us from reading now is no wrong answer: the next look finds it again.
      if (['ENOENT', 'EIO'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
      return Date.now() - facts.mtimeMs < SETTLING_MS ? null : { ...found, content: undefined };
    }
  }
}

function emptyWhereMissing(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}
