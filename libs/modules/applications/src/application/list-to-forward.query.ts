import { Injectable } from '@nestjs/common';
import { DocumentStates } from '@of/documents';
import { SubmissionProgressRepository } from '../persistence/submission-progress.repository';

/** Submissions that may go to the receiving system and have not, oldest first. */
@Injectable()
export class ListToForward {
  constructor(
    private readonly progress: SubmissionProgressRepository,
    private readonly states: DocumentStates,
  ) {}

  async execute(limit: number): Promise<string[]> {
    const waiting = await this.progress.listToForward(limit);
    const states = await this.states.read(waiting.map(({ documentId }) => documentId));
    return waiting.filter(({ documentId }) => states.get(documentId) === 'clean').map(({ id }) => id);
  }
}
