import { Injectable } from '@nestjs/common';
import { parseId } from '@of/kernel';
import { Database } from '@of/platform';
import { mayBecome } from '../domain/submission-state';
import { SubmissionProgressRepository } from '../persistence/submission-progress.repository';
import { SubmissionRepository } from '../persistence/submission.repository';

export interface Acknowledgement {
  /** Who says so: `receiving-system`, a machine client or an operator. */
  readonly actor: string;
  /** Number under which the receiving system keeps it. */
  readonly reference: string | null;
}

/** The receiving system has it. Saying so twice does no harm; the first reference stands. */
@Injectable()
export class AcknowledgeSubmission {
  constructor(
    private readonly database: Database,
    private readonly submissions: SubmissionRepository,
    private readonly progress: SubmissionProgressRepository,
  ) {}

  /** @returns `rejected` for a submission that nobody knows or that was refused */
  execute(submissionId: string, { actor, reference }: Acknowledgement): Promise<'applied' | 'rejected'> {
    return this.database.transaction(async (tx) => {
      const id = parseId<'Submission'>(submissionId);
      const submission = id && (await this.submissions.lock(tx, id));
      if (!submission) return 'rejected';
      if (submission.state === 'acknowledged') return 'applied';
      // Whoever acknowledges it has it, even if we fell over before writing down that it was given away.
      if (!mayBecome(submission.state, 'acknowledged')) return 'rejected';
      await this.progress.markAcknowledged(tx, submission.id, reference);
      await tx.audit({
        actor,
        subject: submission.subjectId,
        act: 'applications.submission-acknowledged',
        object: submission.id,
      });
      return 'applied';
    });
  }
}
