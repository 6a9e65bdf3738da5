import { Injectable } from '@nestjs/common';
import { SubmissionProgressRepository } from '../persistence/submission-progress.repository';
import { ScannedDocuments } from './scanned-documents';

/** Submissions that may go to the receiving system and have not, oldest first. */
@Injectable()
export class ListToForward {
  constructor(
    private readonly progress: SubmissionProgressRepository,
    private readonly documents: ScannedDocuments,
  ) {}

  async execute(limit: number): Promise<string[]> {
    const waiting = await this.progress.listToForward(limit);
    const clean = await Promise.all(waiting.map(({ documentId }) => this.documents.isClean(documentId)));
    return waiting.filter((_, index) => clean[index]).map(({ id }) => id);
  }
}
