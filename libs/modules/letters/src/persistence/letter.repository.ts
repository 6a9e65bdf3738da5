import { Injectable } from '@nestjs/common';
import { Database, Sealer, type SealContext, type Tx } from '@of/platform';
import type { Letter, LetterId, LetterLanguage, LetterPurpose } from '../domain/letter';
import type { LetterState } from '../domain/letter-state';

/** Namespace of the advisory locks that put the orders of one account in a row. */
const ORDER_LOCK = 7310;

const letterColumns = `
  id, account_id AS "accountId", insured_id AS "insuredId", purpose, language, state, reference,
  created_at AS "createdAt", handed_over_at AS "handedOverAt", posted_at AS "postedAt",
  posted_is_assumed AS "postedIsAssumed"`;

/** How far a letter is, as its recipient sees it. */
export const progressColumn = `
  CASE WHEN state IN ('posted', 'returned') THEN state WHEN printed_at IS NOT NULL THEN 'printed' ELSE 'created' END AS state`;

/** A letter, as its recipient keeps it. */
export interface SentLetter {
  readonly purpose: LetterPurpose;
  readonly state: 'created' | 'printed' | 'posted' | 'returned';
  readonly createdAt: Date;
  readonly postedAt: Date | null;
}

export interface NewLetter {
  readonly id: LetterId;
  readonly accountId: string | null;
  readonly insuredId: string;
  readonly purpose: LetterPurpose;
  readonly language: LetterLanguage;
  readonly state: LetterState;
  readonly expectedBy: string;
}

/** What stands in the way of another letter. */
export interface EarlierLetters {
  /** Seconds until the last letter's day is over; null when none was ordered within a day. */
  readonly quietSeconds: number | null;
  readonly recent: number;
  /** Seconds until the oldest of the recent ones no longer counts. */
  readonly recentSeconds: number | null;
}

export interface RenderedContent {
  readonly pdf: Buffer;
  readonly pages: number;
  readonly sha256: string;
  /** Null for post without a code. */
  readonly validUntil: string | null;
}

/** A rendered letter with what goes to the print provider. */
export interface FinishedLetter extends Letter {
  readonly pdf: Buffer;
  readonly pages: number;
  readonly sha256: string;
}

function sealContext(id: string): SealContext {
  return `letters.letter.content_sealed:${id}`;
}

/** Rows of `letters.letter`. Whoever changes one has locked it in the same transaction. */
@Injectable()
export class LetterRepository {
  constructor(
    private readonly database: Database,
    private readonly sealer: Sealer,
  ) {}

  async find(id: string): Promise<Letter | null> {
    const sql = `SELECT ${letterColumns} FROM letters.letter WHERE id = $1`;
    const [row] = await this.database.read<Letter>('letters.find', sql, [id]);
    return row ?? null;
  }

  async lock(tx: Tx, id: string): Promise<Letter | null> {
    const [row] = await tx.query<Letter>(`SELECT ${letterColumns} FROM letters.letter WHERE id = $1 FOR UPDATE`, [id]);
    return row ?? null;
  }

  /** A rendered letter, locked; null when there is none that waits for its hand-over. */
  async lockFinished(tx: Tx, id: string): Promise<FinishedLetter | null> {
    const [row] = await tx.query<Omit<FinishedLetter, 'pdf'> & { sealed: Buffer }>(
      `SELECT ${letterColumns}, content_sealed AS sealed, pages, sha256 FROM letters.letter
        WHERE id = $1 AND state = 'rendered' FOR UPDATE`,
      [id],
    );
    if (!row) return null;
    const { sealed, ...letter } = row;
    return { ...letter, pdf: this.sealer.open(sealed, sealContext(letter.id)) };
  }

  /** Lets the orders of one account wait for each other until the end of the transaction. */
  async lockOrders(tx: Tx, accountId: string): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(${ORDER_LOCK}, hashtext($1))`, [accountId]);
  }

  async countEarlier(tx: Tx, accountId: string, purpose: LetterPurpose, withinDays: number): Promise<EarlierLetters> {
    const [row] = await tx.query<EarlierLetters>(
      `SELECT
         ceil(extract(epoch FROM max(quiet_until) FILTER (WHERE quiet_until > platform.now()) - platform.now()))::int
           AS "quietSeconds",
         count(*)::int AS recent,
         ceil(extract(epoch FROM min(created_at) + make_interval(days => $3) - platform.now()))::int AS "recentSeconds"
       FROM letters.letter
       WHERE account_id = $1 AND purpose = $2 AND state <> 'cancelled'
         AND created_at > platform.now() - make_interval(days => $3)`,
      [accountId, purpose, withinDays],
    );
    return row as EarlierLetters;
  }

  async insert(tx: Tx, letter: NewLetter): Promise<void> {
    await tx.query(
      `INSERT INTO letters.letter (id, account_id, insured_id, purpose, language, state, expected_by, quiet_until)
       VALUES ($1, $2, $3, $4, $5, $6, $7,
         platform.now() + CASE WHEN $4 = 'certificate' THEN interval '1 microsecond' ELSE interval '24 hours' END)`,
      [letter.id, letter.accountId, letter.insuredId, letter.purpose, letter.language, letter.state, letter.expectedBy],
    );
  }

  async release(tx: Tx, id: LetterId, expectedBy: string): Promise<void> {
    await tx.query(
      `UPDATE letters.letter SET state = 'ordered', expected_by = greatest(expected_by, $2::date) WHERE id = $1`,
      [id, expectedBy],
    );
  }

  async cancel(tx: Tx, id: LetterId): Promise<void> {
    await tx.query(`UPDATE letters.letter SET state = 'cancelled' WHERE id = $1`, [id]);
  }

  async storeRendered(tx: Tx, id: LetterId, content: RenderedContent): Promise<void> {
    await tx.query(
      `UPDATE letters.letter SET state = 'rendered', content_sealed = $2, pages = $3, sha256 = $4, valid_until = $5
        WHERE id = $1`,
      [id, this.sealer.seal(content.pdf, sealContext(id)), content.pages, content.sha256, content.validUntil],
    );
  }

  async markHandedOver(tx: Tx, id: LetterId): Promise<void> {
    await tx.query(
      `UPDATE letters.letter SET state = 'handed-over', handed_over_at = coalesce(handed_over_at, platform.now())
        WHERE id = $1`,
      [id],
    );
  }

  async markPrinted(tx: Tx, id: LetterId, at: Date): Promise<void> {
    await tx.query(`UPDATE letters.letter SET printed_at = coalesce(printed_at, $2) WHERE id = $1`, [id, at]);
  }

  async markPosted(tx: Tx, id: LetterId, at: Date): Promise<void> {
    await tx.query(
      `UPDATE letters.letter SET state = 'posted', posted_at = $2, posted_is_assumed = false WHERE id = $1`,
      [id, at],
    );
  }

  async markReturned(tx: Tx, id: LetterId, at: Date): Promise<void> {
    await tx.query(`UPDATE letters.letter SET state = 'returned', returned_at = $2 WHERE id = $1`, [id, at]);
  }

  /** Takes letters about whose posting nobody reported for that many days as posted. At most 200 at a time. */
  assumePosted(tx: Tx, afterDays: number): Promise<{ id: LetterId; insuredId: string; postedAt: Date }[]> {
    return tx.query(
      `UPDATE letters.letter SET state = 'posted', posted_is_assumed = true,
              posted_at = handed_over_at + make_interval(days => $1)
        WHERE id IN (
          SELECT id FROM letters.letter
           WHERE state = 'handed-over' AND handed_over_at <= platform.now() - make_interval(days => $1)
           ORDER BY handed_over_at LIMIT 200 FOR UPDATE SKIP LOCKED)
        RETURNING id, insured_id AS "insuredId", posted_at AS "postedAt"`,
      [afterDays],
    );
  }

  /** All letters to a person, newest first, whichever account they were for and whether there was one. */
  listOfPerson(insuredId: string): Promise<SentLetter[]> {
    return this.database.read<SentLetter>(
      'letters.of-person',
      `SELECT purpose, ${progressColumn}, created_at AS "createdAt", posted_at AS "postedAt" FROM letters.letter
        WHERE insured_id = $1 AND state <> 'cancelled' ORDER BY letter.created_at DESC, id DESC`,
      [insuredId],
    );
  }

  /**
   * Deletes letters of an account that have not left and empties the others.
   * @returns how many stay
   */
  async eraseOfAccount(tx: Tx, accountId: string): Promise<number> {
    await tx.query(`DELETE FROM letters.letter WHERE account_id = $1 AND handed_over_at IS NULL`, [accountId]);
    const kept = await tx.query(`UPDATE letters.letter SET content_sealed = NULL WHERE account_id = $1 RETURNING id`, [
      accountId,
    ]);
    return kept.length;
  }

  async eraseContent(tx: Tx): Promise<void> {
    await tx.query(
      `UPDATE letters.letter SET content_sealed = NULL
        WHERE content_sealed IS NOT NULL AND handed_over_at <= platform.now() - interval '24 hours'`,
    );
  }
}
