import { Inject, Injectable } from '@nestjs/common';
import { AppConfig, Database, LOGGER } from '@of/platform';
import { type Logger } from 'pino';
import { submissionOverdue } from '../domain/submission.events';
import { SubmissionProgressRepository } from '../persistence/submission-progress.repository';

/**
 * What was received and not acknowledged in time must not get lost in silence: its
 * sender is told, once, and operators see it in log and figures.
 */
@Injectable()
export class TellOverdue {
  constructor(
    private readonly database: Database,
    private readonly progress: SubmissionProgressRepository,
    private readonly config: AppConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async execute(): Promise<void> {
    const overdue = await this.database.transaction(async (tx) => {
      const marked = await this.progress.markOverdue(tx, this.config.SUBMISSION_ACK_HOURS);
      await tx.auditAll(
        marked.map(({ id, subjectId }) => ({
          actor: 'system',
          subject: subjectId,
          act: 'applications.submission-overdue',
          object: id,
        })),
      );
      await tx.publishAll(marked.map(submissionOverdue));
      return marked;
    });
    for (const { id, number, forwardedAt } of overdue) {
      this.logger.error(
        { submissionId: id, number, wasForwarded: forwardedAt !== null },
        'submission not acknowledged',
      );
    }
  }
}
