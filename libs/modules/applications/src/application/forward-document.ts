import { Injectable } from '@nestjs/common';
import { SubmissionRepository } from '../persistence/submission.repository';
import { ForwardSubmission } from './forward-submission';

/** Forwards the submission to which a document belongs; of others there is nothing to forward. */
@Injectable()
export class ForwardDocument {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly forward: ForwardSubmission,
  ) {}

  async execute(documentId: string): Promise<void> {
    const id = await this.submissions.idOfDocument(documentId);
    if (id) await this.forward.execute(id);
  }
}
