import { Injectable } from '@nestjs/common';
import { Database } from '@of/platform';
import type { LetterId, LetterPurpose } from '../domain/letter';
import { progressColumn } from '../persistence/letter.repository';

export const letterProgress = ['created', 'printed', 'posted', 'returned'] as const;

/** How far a letter is, as its recipient sees it. */
export type LetterProgress = (typeof letterProgress)[number];

export interface ListedLetter {
  readonly id: LetterId;
  readonly purpose: LetterPurpose;
  readonly state: LetterProgress;
  readonly createdAt: Date;
  readonly expectedBy: string;
  readonly validUntil: string | null;
  readonly handedOverAt: Date | null;
  readonly postedAt: Date | null;
}

const sql = `
  SELECT id, purpose, ${progressColumn},
    created_at AS "createdAt", expected_by::text AS "expectedBy", 
    CASE WHEN purpose <> 'certificate' THEN valid_until END::text AS "validUntil",
    handed_over_at AS "handedOverAt", posted_at AS "postedAt"
  FROM letters.letter WHERE account_id = $1 AND state <> 'cancelled'
  ORDER BY created_at DESC LIMIT 100`;

/** The letters of an account, newest first. */
@Injectable()
export class ListLetters {
  constructor(private readonly database: Database) {}

  execute(accountId: string): Promise<ListedLetter[]> {
    return this.database.read<ListedLetter>('letters.of-account', sql, [accountId]);
  }
}
