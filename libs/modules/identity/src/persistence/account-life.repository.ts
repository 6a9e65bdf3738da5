import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@of/platform';
import { statesBefore } from '../domain/account-state';

export interface AccountOwner {
  accountId: string;
  insuredId: string;
}

export interface CoverOfOwner {
  insuredId: string;
  /** Last day of cover; null while no end is known. */
  endsOn: string | null;
}

const ownerOf = (alias: string): string => `${alias}.id AS "accountId", ${alias}.insured_id AS "insuredId"`;
/** The guard of every change: the states from which an account may get there. */
const from = (to: 'active' | 'deactivated' | 'erased'): string =>
  `state IN (${statesBefore(to)
    .map((state) => `'${state}'`)
    .join(', ')})`;

/** Statements over the accounts whose cover ends, all set-based. Rows that another run holds are left to it. */
@Injectable()
export class AccountLifeRepository {
  constructor(private readonly database: Database) {}

  /** Last day of cover, while its end is known. */
  async getCoverEnd(accountId: string): Promise<string | null> {
    const [row] = await this.database.read<{ endsOn: string | null }>(
      'account-life.cover-end',
      `SELECT cover_ends_on::text AS "endsOn" FROM identity.account WHERE id = $1`,
      [accountId],
    );
    return row?.endsOn ?? null;
  }

  async isDeactivated(accountId: string): Promise<boolean> {
    const rows = await this.database.read(
      'account-life.deactivated',
      `SELECT FROM identity.account WHERE id = $1 AND state = 'deactivated'`,
      [accountId],
    );
    return rows.length > 0;
  }

  /** Writes down how cover stands now. Those who were told of another end will be told anew. */
  async setCoverEnds(tx: Tx, covers: readonly CoverOfOwner[]): Promise<void> {
    await tx.query(
      `UPDATE identity.account a SET cover_ends_on = c.ends_on, cover_warnings = 0
         FROM unnest($1::uuid[], $2::date[]) c (insured_id, ends_on)
        WHERE a.insured_id = c.insured_id AND a.cover_ends_on IS DISTINCT FROM c.ends_on`,
      [covers.map(({ insuredId }) => insuredId), covers.map(({ endsOn }) => endsOn)],
    );
  }

  /** Of these people, opens the accounts again whose owner is insured, or was until `waitingDays` ago at most. */
  reactivateCovered(tx: Tx, insuredIds: readonly string[], waitingDays: number): Promise<AccountOwner[]> {
    return tx.query<AccountOwner>(
      `UPDATE identity.account a SET state = 'active', deactivated_at = NULL, deactivation_reason = NULL
        WHERE insured_id = ANY ($1) AND state = 'deactivated'
          AND (cover_ends_on IS NULL OR cover_ends_on + $2::int >= platform.today())
        RETURNING ${ownerOf('a')}`,
      [insuredIds, waitingDays],
    );
  }

  /**
   * Counts the warnings up to `warning` for accounts whose cover has been over for `days` days and that got fewer.
   * Those that are about to be deactivated get none.
   */
  markWarned(
    tx: Tx,
    due: { warning: number; days: number; waitingDays: number; limit: number },
  ): Promise<AccountOwner[]> {
    return tx.query<AccountOwner>(
      `WITH due AS MATERIALIZED (
         SELECT id FROM identity.account
          WHERE state = 'active' AND cover_warnings = ANY ($2::smallint[])
            AND cover_ends_on <= platform.today() - $3::int AND cover_ends_on >= platform.today() - $4::int
          LIMIT $5 FOR UPDATE SKIP LOCKED)
       UPDATE identity.account a SET cover_warnings = $1 FROM due WHERE a.id = due.id
       RETURNING ${ownerOf('a')}`,
      [due.warning, Array.from({ length: due.warning }, (_, n) => n), due.days, due.waitingDays, due.limit],
    );
  }

  /** Deactivates accounts whose cover has been over for more than `waitingDays` days. */
  deactivateLapsed(tx: Tx, waitingDays: number, limit: number): Promise<AccountOwner[]> {
    return tx.query<AccountOwner>(
      `WITH due AS MATERIALIZED (
         SELECT id FROM identity.account
          WHERE ${from('deactivated')} AND cover_warnings IN (0, 1, 2) AND cover_ends_on < platform.today() - $1::int
          LIMIT $2 FOR UPDATE SKIP LOCKED)
       UPDATE identity.account a
          SET state = 'deactivated', deactivated_at = platform.now(), deactivation_reason = 'cover-ended'
         FROM due WHERE a.id = due.id
       RETURNING ${ownerOf('a')}`,
      [waitingDays, limit],
    );
  }

  /** Ends every session of these accounts. @returns the accounts that had one */
  async endSessions(tx: Tx, accountIds: readonly string[], reason: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `UPDATE identity.session s SET ended_at = platform.now(), end_reason = $2
        WHERE account_id = ANY ($1) AND ended_at IS NULL AND absolute_expires_at > platform.now()
        RETURNING account_id AS id`,
      [accountIds, reason],
    );
    return [...new Set(rows.map(({ id }) => id))];
  }

  /** Accounts deactivated for `days` days, by id after `after`. They are not held: whoever acts takes each anew. */
  listExpired(days: number, after: string | null, limit: number): Promise<AccountOwner[]> {
    return this.database.read<AccountOwner>(
      'account-life.expired',
      `SELECT ${ownerOf('a')} FROM identity.account a
        WHERE state = 'deactivated' AND deactivated_at <= platform.now() - make_interval(days => $1)
          AND ($2::uuid IS NULL OR id > $2)
        ORDER BY id LIMIT $3`,
      [days, after, limit],
    );
  }

  /** Takes one expired account; false when it was reactivated or erased in the meantime, or is held by another run. */
  async holdExpired(tx: Tx, accountId: string, days: number): Promise<boolean> {
    const rows = await tx.query(
      `SELECT FROM identity.account
        WHERE id = $1 AND state = 'deactivated' AND deactivated_at <= platform.now() - make_interval(days => $2)
        FOR UPDATE SKIP LOCKED`,
      [accountId, days],
    );
    return rows.length > 0;
  }

  /** Registrations nobody finished: their code has been worthless for `days` days. They are held. */
  holdUnfinished(tx: Tx, days: number, limit: number): Promise<AccountOwner[]> {
    return tx.query<AccountOwner>(
      `SELECT ${ownerOf('a')} FROM identity.account a WHERE a.state = 'applied'
          AND a.created_at < platform.now() - make_interval(days => $1)
          AND NOT EXISTS (SELECT FROM identity.posted_code c WHERE c.account_id = a.id
                           AND c.valid_until + $1::int >= platform.today())
          AND EXISTS (SELECT FROM identity.posted_code c WHERE c.account_id = a.id)
        LIMIT $2 FOR UPDATE SKIP LOCKED`,
      [days, limit],
    );
  }

  /** Holds an account that is about to be erased, and tells where its owner can be told; null when it is gone. */
  async hold(tx: Tx, accountId: string): Promise<{ email: string | null; language: 'de' | 'en' } | null> {
    const [row] = await tx.query<{ email: string | null; language: 'de' | 'en' }>(
      `SELECT a.language, (SELECT value FROM identity.contact c WHERE c.account_id = a.id AND c.kind = 'email') AS email
         FROM identity.account a WHERE a.id = $1 FOR UPDATE`,
      [accountId],
    );
    return row ?? null;
  }

  /** The row goes, and with it credentials, contacts, codes, devices and sessions. */
  async erase(tx: Tx, accountId: string): Promise<void> {
    await tx.query(`DELETE FROM identity.account WHERE id = $1 AND ${from('erased')}`, [accountId]);
  }
}
