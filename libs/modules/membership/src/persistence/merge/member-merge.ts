import canonicalize from 'canonicalize';
import type { PoolClient, QueryResult } from 'pg';
import { databaseFault } from '@of/platform';
import * as sql from './merge-statements';

export interface MergeOutcome {
  created: number;
  changed: number;
  unchanged: number;
  /** Lines of people who appear again further down. */
  superseded: number;
  /** Lines whose KVNR belongs to another person. */
  takenKvnr: number[];
}

interface MatchedCounts {
  matched: number;
  changed: number;
  kvnr: number;
  address: number;
  bank_account: number;
  cover: number;
}

const MAX_TRIES = 4;

/** Merges what is staged on a connection into the tables of the room, in one transaction with its audit row. */
export class MemberMerge {
  constructor(
    private readonly client: PoolClient,
    private readonly runStart: Date,
  ) {}

  /** @param staged number of staged lines */
  async run(staged: number): Promise<MergeOutcome> {
    for (let attempt = 1; ; attempt++) {
      try {
        await this.client.query('BEGIN');
        const outcome = await this.mergeAll(staged);
        await this.audit(outcome);
        await this.client.query('COMMIT');
        return outcome;
      } catch (error) {
        await this.client.query('ROLLBACK').catch(() => undefined);
        if (attempt >= MAX_TRIES || databaseFault(error) !== 'retry') throw error;
      }
    }
  }

  private async mergeAll(staged: number): Promise<MergeOutcome> {
    await this.client.query(sql.lockMerge);
    const superseded = (await this.client.query(sql.dropSuperseded)).rowCount ?? 0;
    const [{ created }] = (await this.rows<{ created: number }>(sql.insertNew)) as [{ created: number }];
    const known = staged - superseded - created;
    const outcome = { created, changed: 0, unchanged: 0, superseded, takenKvnr: [] };
    return known === 0 ? outcome : this.mergeKnown(outcome, known);
  }

  private async mergeKnown(outcome: MergeOutcome, known: number): Promise<MergeOutcome> {
    await this.client.query(sql.matchKnown);
    let counts = await this.countMatched();
    if (counts.matched < known) outcome.takenKvnr.push(...(await this.lines(sql.leftBehind)));
    if (counts.kvnr > 0) {
      outcome.takenKvnr.push(...(await this.lines(sql.refuseTakenKvnr)));
      counts = await this.countMatched();
    }
    if (counts.changed > 0) await this.client.query(sql.updatePeople, [this.runStart]);
    if (counts.address > 0) await this.each(sql.updateAddresses);
    if (counts.bank_account > 0) await this.each(sql.updateBankAccounts);
    if (counts.cover > 0) await this.each(sql.updateCover);
    return { ...outcome, changed: counts.changed, unchanged: counts.matched - counts.changed };
  }

  private async countMatched(): Promise<MatchedCounts> {
    const [counts] = await this.rows<MatchedCounts>(sql.countMatched);
    return counts as MatchedCounts;
  }

  private async audit({ created, changed }: MergeOutcome): Promise<void> {
    if (created + changed === 0) return;
    const entry = {
      actor: 'system',
      subject: '-',
      act: 'membership.imported',
      result: 'ok',
      details: { created, changed },
    };
    await this.client.query('SELECT platform.append_audit($1, $2)', [entry.subject, canonicalize(entry)]);
  }

  private async each(statements: readonly string[]): Promise<void> {
    for (const statement of statements) await this.client.query(statement);
  }

  private async lines(statement: string): Promise<number[]> {
    return (await this.rows<{ line: number }>(statement)).map(({ line }) => line);
  }

  private async rows<Row>(statement: string): Promise<Row[]> {
    const result: QueryResult = await this.client.query(statement);
    return result.rows as Row[];
  }
}
