import { mkdir, open, readdir, readFile, rename, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Injectable } from '@nestjs/common';
import { parseId } from '@of/kernel';
import { AppConfig } from '@of/platform';
import { PrintService, type FoundReport, type PrintJob } from '../application/ports/print-service';

const REPORT_SUFFIX = '.status.json';
const MOST_BYTES = 4_096;
/** An unreadable report younger than this may still be being written. */
const SETTLING_MS = 10_000;

const folders = { applied: 'reports', rejected: 'rejected-reports' } as const;

/**
 * The print folder: `<letterId>.pdf`, then `<letterId>.json`. Whoever sees the JSON finds the whole PDF beside it. The
 * provider answers with `<letterId>.status.json`.
 */
@Injectable()
export class FolderPrintService extends PrintService {
  private readonly folder: string;

  constructor(config: AppConfig) {
    super();
    this.folder = resolve(join(config.DATA_DIR, 'print'));
  }

  async handOver(job: PrintJob, pdf: Buffer): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await this.writeWhole(`${job.letterId}.pdf`, pdf);
    await this.writeWhole(`${job.letterId}.json`, `${JSON.stringify(job, null, 2)}\n`);
    await syncFolder(this.folder);
  }

  async findReports(): Promise<FoundReport[]> {
    const names = await readdir(this.folder).catch(emptyWhereMissing);
    const reports = await Promise.all(
      names.filter((name) => name.endsWith(REPORT_SUFFIX) && !name.startsWith('.')).map((name) => this.read(name)),
    );
    return reports.filter((report) => report !== null);
  }

  async file(report: FoundReport, verdict: 'applied' | 'rejected'): Promise<void> {
    const target = join(this.folder, folders[verdict]);
    await mkdir(target, { recursive: true, mode: 0o700 });
    const source = join(this.folder, report.name);
    // A letter gets several reports under one name; the time of writing keeps them apart.
    const { mtimeMs } = await stat(source);
    await rename(source, join(target, `${Math.trunc(mtimeMs)}-${report.name}`));
  }

  private async read(name: string): Promise<FoundReport | null> {
    const path = join(this.folder, name);
    const found = { name, letterId: parseId<'Letter'>(name.slice(0, -REPORT_SUFFIX.length)) };
    const facts = await stat(path).catch(() => null);
    if (!facts) return null;
    try {
      if (!facts.isFile() || facts.size > MOST_BYTES) return { ...found, content: undefined };
      return { ...found, content: JSON.parse(await readFile(path, 'utf8')) as unknown };
    } catch {
      return Date.now() - facts.mtimeMs < SETTLING_MS ? null : { ...found, content: undefined };
    }
  }

  private async writeWhole(name: string, content: Buffer | string): Promise<void> {
    const temporary = join(this.folder, `.${name}.part`);
    const file = await open(temporary, 'w', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
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
