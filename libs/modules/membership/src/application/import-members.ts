import { Injectable } from '@nestjs/common';
import { DateOnly, type FieldError } from '@of/kernel';
import { AppConfig, Database, Sealer } from '@of/platform';
import type { Member } from '../domain/member';
import { parseMember } from '../domain/parse-member';
import { MemberEncoder } from '../persistence/merge/member-encoder';
import { StagingArea } from '../persistence/merge/staging-area';
import { LineSplitter, type Line } from './line-splitter';

export interface ImportCounts {
  created: number;
  changed: number;
  unchanged: number;
  /** Lines of people who appear again further down: the last line counts. */
  superseded: number;
  rejected: number;
}

export interface RejectedLine {
  readonly line: number;
  readonly faults: readonly FieldError[];
}

export interface ImportObserver {
  /** After every chunk: bytes and lines read so far. */
  progressed?(bytes: number, lines: number): void;
  /** A line that was left out. Comes in order within a batch only. */
  rejected?(line: RejectedLine): void;
}

/** Lines per merge: large enough for set-based work, small enough for memory. */
const BATCH = 10_000;

/**
 * Reads insured persons as NDJSON, of any size, in constant memory: every line is checked and streamed by COPY into a
 * staging table; a batch is merged by a few set-based statements. Two staging areas take turns, so that one batch is
 * read while the one before is merged. A bad line is reported and never stops the rest; reading the same file again
 * changes nothing.
 */
@Injectable()
export class ImportMembers {
  private readonly encoder: MemberEncoder;

  constructor(
    private readonly database: Database,
    sealer: Sealer,
    config: AppConfig,
  ) {
    this.encoder = new MemberEncoder(sealer, config.MASTER_KEY);
  }

  /** @throws what the source or the database throws; batches merged before stay, and a new run takes up the rest */
  async execute(source: AsyncIterable<Buffer>, observer: ImportObserver = {}): Promise<ImportCounts> {
    const [{ start, today }] = (await this.database.read<{ start: Date; today: string }>(
      'membership.import_start',
      'SELECT platform.now() AS start, platform.today()::text AS today',
    )) as [{ start: Date; today: string }];
    const run = new ImportRun(DateOnly.parse(today), observer, () =>
      StagingArea.open(this.database, this.encoder, start),
    );
    try {
      return await run.read(source);
    } finally {
      await run.close();
    }
  }
}

class ImportRun {
  private readonly counts: ImportCounts = { created: 0, changed: 0, unchanged: 0, superseded: 0, rejected: 0 };
  private readonly free: StagingArea[] = [];
  private readonly opened: StagingArea[] = [];
  private area: StagingArea | null = null;
  private merging: Promise<void> = Promise.resolve();

  constructor(
    private readonly today: DateOnly,
    private readonly observer: ImportObserver,
    private readonly openArea: () => Promise<StagingArea>,
  ) {}

  async read(source: AsyncIterable<Buffer>): Promise<ImportCounts> {
    const splitter = new LineSplitter();
    let [bytes, lines] = [0, 0];
    for await (const chunk of source) {
      for (const line of splitter.push(chunk)) {
        lines = line.number;
        const wait = this.take(line);
        if (wait) await wait;
      }
      bytes += chunk.length;
      this.observer.progressed?.(bytes, lines);
    }
    for (const line of splitter.end()) {
      lines = line.number;
      await this.take(line);
    }
    await this.startMerge();
    await this.merging;
    this.observer.progressed?.(bytes, lines);
    return this.counts;
  }

  async close(): Promise<void> {
    await this.merging.catch(() => undefined);
    for (const area of this.opened) area.close();
  }

  /** @returns a promise only when the caller has to wait; a million of them for nothing would cost seconds */
  private take(line: Line): Promise<void> | undefined {
    const member = this.parse(line);
    if (!member) return undefined;
    if (!this.area) return this.takeFirst(line.number, member);
    const full = this.area.add(line.number, member);
    return this.area.size >= BATCH ? this.startMerge(full) : full;
  }

  private async takeFirst(line: number, member: Member): Promise<void> {
    this.area = this.free.pop() ?? (await this.open());
    await this.area.add(line, member);
  }

  private parse(line: Line): Member | null {
    if (line.text === null) return this.reject(line.number, [{ pointer: '', code: line.fault ?? 'not-utf8' }]);
    let input: unknown;
    try {
      input = JSON.parse(line.text);
    } catch {
      return this.reject(line.number, [{ pointer: '', code: 'not-json' }]);
    }
    const parsed = parseMember(input, this.today);
    return parsed.ok ? parsed.member : this.reject(line.number, parsed.faults);
  }

  private reject(line: number, faults: readonly FieldError[]): null {
    this.counts.rejected++;
    this.observer.rejected?.({ line, faults });
    return null;
  }

  private async open(): Promise<StagingArea> {
    const area = await this.openArea();
    this.opened.push(area);
    return area;
  }

  /** Batches are merged one after the other: a later line of a person must find the earlier one merged. */
  private async startMerge(before?: Promise<void>): Promise<void> {
    await before;
    await this.merging;
    const area = this.area;
    if (!area) return;
    this.area = null;
    this.merging = this.merge(area);
    // Awaited later; until then a failure must not count as unhandled.
    this.merging.catch(() => undefined);
  }

  private async merge(area: StagingArea): Promise<void> {
    const { takenKvnr, ...counts } = await area.mergeBatch();
    for (const name of ['created', 'changed', 'unchanged', 'superseded'] as const) this.counts[name] += counts[name];
    for (const line of takenKvnr) this.reject(line, [{ pointer: '/kvnr', code: 'kvnr-taken' }]);
    this.free.push(area);
  }
}
