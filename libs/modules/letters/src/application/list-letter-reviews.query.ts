import { Injectable } from '@nestjs/common';
import { Database } from '@of/platform';
import type { LetterId, LetterPurpose } from '../domain/letter';

export interface LetterReview {
  readonly letterId: LetterId;
  readonly insuredId: string;
  readonly purpose: LetterPurpose;
  readonly orderedAt: Date;
}

const sql = `
  SELECT id AS "letterId", insured_id AS "insuredId", purpose, created_at AS "orderedAt"
  FROM letters.letter WHERE state = 'in-review' ORDER BY created_at LIMIT 500`;

/** Letters that wait for somebody to look at their address, oldest first. */
@Injectable()
export class ListLetterReviews {
  constructor(private readonly database: Database) {}

  execute(): Promise<LetterReview[]> {
    return this.database.read<LetterReview>('letters.reviews', sql);
  }
}
