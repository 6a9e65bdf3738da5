import type { PoolClient } from 'pg';
import type { Database } from '@of/platform';
import type { Member } from '../../domain/member';
import { CopyTarget } from './copy-target';
import { TextBuffer } from './text-buffer';
import type { MemberEncoder } from './member-encoder';
import { MemberMerge, type MergeOutcome } from './member-merge';
import { analyzeStaging, copyMembers, copyPeriods, createStaging, emptyStaging } from './staging-tables';

/** A batch may take longer than a member's request; what it needs in memory is bounded by the batch. */
const sessionSettings = `
  SET statement_timeout = 0;
  SET lock_timeout = '60s';
  SET idle_in_transaction_session_timeout = 0;
  SET default_statistics_target = 1;
  SET temp_buffers = '64MB';
  SET work_mem = '64MB'`;

/**
 * Takes one batch of members on a connection of its own and merges it. Used again for the next batch.
 */
export class StagingArea {
  private people: CopyTarget | null = null;
  private readonly periods = new TextBuffer();

  private constructor(
    private readonly client: PoolClient,
    private readonly encoder: MemberEncoder,
    private readonly merge: MemberMerge,
  ) {}

  static async open(database: Database, encoder: MemberEncoder, runStart: Date): Promise<StagingArea> {
    const client = await database.connect();
    // The loss of an idle connection is noticed at the next statement; without a listener it would end the process.
    client.on('error', () => undefined);
    try {
      await client.query(sessionSettings);
      await client.query(createStaging);
    } catch (error) {
      client.release(true);
      throw error;
    }
    return new StagingArea(client, encoder, new MemberMerge(client, runStart));
  }

  /** Lines taken since the last merge. */
  size = 0;

  /** @returns a promise only when the caller has to wait */
  add(line: number, member: Member): Promise<void> | undefined {
    this.people ??= new CopyTarget(this.client, copyMembers);
    this.size++;
    const { person, periods } = this.encoder.encode(line, member);
    this.periods.append(periods);
    return this.people.write(person);
  }

  async mergeBatch(): Promise<MergeOutcome> {
    const size = this.size;
    this.size = 0;
    await this.people?.end();
    this.people = null;
    const periods = new CopyTarget(this.client, copyPeriods);
    await periods.send(this.periods.take());
    await periods.end();
    await this.client.query(analyzeStaging);
    const outcome = await this.merge.run(size);
    await this.client.query(emptyStaging);
    return outcome;
  }

  /** Closes the connection for good: its settings and tables are of no use to anybody else. */
  close(): void {
    this.client.release(true);
  }
}
