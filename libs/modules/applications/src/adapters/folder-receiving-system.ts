import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { parseId } from '@of/kernel';
import { AppConfig } from '@of/platform';
import {
  ReceivingSystem,
  type FoundAcknowledgement,
  type HandedOverSubmission,
} from '../application/ports/receiving-system';

const ACK_SUFFIX = '.ack.json';
const MOST_BYTES = 4_096;
/** An unreadable acknowledgement younger than this may still be being written. */
const SETTLING_MS = 10_000;

const folders = { applied: 'acknowledgements', rejected: 'rejected-acknowledgements' } as const;
const suffixes: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

/**
 * The folder `submissions`: the document as `<id>.pdf`, `.jpg` or `.png`, then `<id>.json`. Whoever sees the JSON finds the
 * whole document beside it. The receiving system answers with `<id>.ack.json`; then we take our two files away.
 */
@Injectable()
export class FolderReceivingSystem extends ReceivingSystem {
  private readonly folder: string;

  constructor(config: AppConfig) {
    super();
    this.folder = resolve(join(config.DATA_DIR, 'submissions'));
  }

  async handOver(submission: HandedOverSubmission, content: Readable): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const { submissionId } = submission;
    const file = `${submissionId}.${suffixes[submission.content.mediaType] ?? 'bin'}`;
    await this.writeWhole(file, (path) => pipeline(content, createWriteStream(path, { mode: 0o600, flush: true })));
    const paper = { ...submission, content: { file, ...submission.content } };
    await this.writeWhole(`${submissionId}.json`, async (path) => {
      const handle = await open(path, 'w', 0o600);
      try {
        await handle.writeFile(`${JSON.stringify(paper, null, 2)}\n`);
        await handle.sync();
      } finally {
        await handle.close();
      }
    });
    await syncFolder(this.folder);
  }

  async findAcknowledgements(): Promise<FoundAcknowledgement[]> {
    const names = await readdir(this.folder).catch(emptyWhereMissing);
    const found = await Promise.all(
      names.filter((name) => name.endsWith(ACK_SUFFIX) && !name.startsWith('.')).map((name) => this.read(name)),
    );
    return found.filter((acknowledgement) => acknowledgement !== null);
  }

  async file(found: FoundAcknowledgement, verdict: 'applied' | 'rejected'): Promise<void> {
    if (verdict === 'applied' && found.submissionId) await this.takeAway(found.submissionId);
    const target = join(this.folder, folders[verdict]);
    await mkdir(target, { recursive: true, mode: 0o700 });
    const source = join(this.folder, found.name);
    // One submission may be acknowledged twice; the time of writing keeps the two apart.
    const { mtimeMs } = await stat(source);
    await rename(source, join(target, `${Math.trunc(mtimeMs)}-${found.name}`));
  }

  private async takeAway(submissionId: string): Promise<void> {
    const names = ['json', ...Object.values(suffixes), 'bin'].map((suffix) => `${submissionId}.${suffix}`);
    await Promise.all(names.map((name) => rm(join(this.folder, name), { force: true })));
  }

  private async read(name: string): Promise<FoundAcknowledgement | null> {
    const path = join(this.folder, name);
    const found = { name, submissionId: parseId<'Submission'>(name.slice(0, -ACK_SUFFIX.length)) };
    const facts = await stat(path).catch(() => null);
    if (!facts) return null;
    try {
      if (!facts.isFile() || facts.size > MOST_BYTES) return { ...found, content: undefined };
      return { ...found, content: JSON.parse(await readFile(path, 'utf8')) as unknown };
    } catch {
      return Date.now() - facts.mtimeMs < SETTLING_MS ? null : { ...found, content: undefined };
    }
  }

  private async writeWhole(name: string, write: (path: string) => Promise<void>): Promise<void> {
    const temporary = join(this.folder, `.${name}.part`);
    await write(temporary);
    await rename(temporary, join(this.folder, name));
  }
}

/** Makes the new names survive a power cut; some file systems cannot do that for folders. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync().catch(() => undefined);
  } finally {
    await folder.close();
  }
}

function emptyWhereMissing(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}
