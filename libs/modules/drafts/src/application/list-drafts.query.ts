import { Injectable } from '@nestjs/common';
import type { DraftKey, DraftSummary } from '../domain/draft';
import { DraftRepository } from '../persistence/draft.repository';

/** What somebody has begun for a person and not finished. */
@Injectable()
export class ListDrafts {
  constructor(private readonly drafts: DraftRepository) {}

  execute(owner: Omit<DraftKey, 'form'>): Promise<DraftSummary[]> {
    return this.drafts.list(owner);
  }
}
