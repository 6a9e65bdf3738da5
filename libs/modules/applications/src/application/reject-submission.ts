import { Injectable } from '@nestjs/common';
import { Database } from '@of/platform';
import { submissionRejected } from '../domain/submission.events';
import { mayBecome } from '../domain/submission-state';
import { SubmissionProgressRepository } from '../persistence/submission-progress.repository';
import { SubmissionRepository } from '../persistence/submission.repository';

/** The scanner refused a document: its sender hears of it and sends it again (K8). */
@Injectable()
export class RejectSubmission {
  constructor(
    private readonly database: Database,
    private readonly submissions: SubmissionRepository,
    private readonly progress: SubmissionProgressRepository,
  ) {}

  /** Nothing happens where the document belongs to no submission. */
  async execute(documentId: string): Promise<void> {
    const id = await this.submissions.idOfDocument(documentId);
    if (!id) return;
    await this.database.transaction(async (tx) => {
      const submission = await this.submissions.lock(tx, id);
      if (!submission || !mayBecome(submission.state, 'rejected')) return;
      await this.progress.markRejected(tx, id);
      await tx.audit({
        actor: 'system',
        subject: submission.subjectId,
        act: 'applications.submission-rejected',
        object: id,
      });
      await tx.publish(submissionRejected(submission));
    });
  }
}
