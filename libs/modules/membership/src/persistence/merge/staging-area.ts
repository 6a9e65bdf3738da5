import type { PoolClient } from 'pg';
import type { Database } from '@of/platform';
import type { Member } from '../../domain/member';
import { CopyTarget } from './copy-target';
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
  private readonly externalIds = new Set<string>();
  private people: CopyTarget | null = null;
  private periods: string[] = [];
  private hasRepeats = false;

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
    if (this.externalIds.has(member.externalId)) this.hasRepeats = true;
    else this.externalIds.add(member.externalId);
    this.size++;
    const { person, periods } = this.encoder.encode(line, member);
    this.periods.push(periods);
    return this.people.write(person);
  }

  async mergeBatch(): Promise<MergeOutcome> {
    const [size, hasRepeats] = [this.size, this.hasRepeats];
    await this.people?.end();
    const periods = new CopyTarget(this.client, copyPeriods);
    for (const text of this.periods) await periods.write(text);
    await periods.end();
    this.reset();
    await this.client.query(analyzeStaging);
    const outcome = await this.merge.run(size, hasRepeats);
    await this.client.query(emptyStaging);
    return outcome;
  }

  /** Closes the connection for good: its settings and tables are of no use to anybody else. */
  close(): void {
    this.client.release(true);
  }

  private reset(): void {
    this.people = null;
    this.periods = [];
    this.externalIds.clear();
    this.size = 0;
    this.hasRepeats = false;
  }
}
