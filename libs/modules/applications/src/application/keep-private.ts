import { Injectable } from '@nestjs/common';
import { DomainError, parseId } from '@of/kernel';
import { Database, type PersonScope } from '@of/platform';
import { SubmissionRepository } from '../persistence/submission.repository';

/** From 15 on a young person has an access of their own and may keep what they submitted from their parents. */
@Injectable()
export class KeepPrivate {
  constructor(
    private readonly database: Database,
    private readonly submissions: SubmissionRepository,
  ) {}

  /** @throws DomainError `not-found`, also for parents: what is private is not theirs to know */
  async execute({ subject, isSelf, accountId }: PersonScope, submissionId: string, isPrivate: boolean): Promise<void> {
    const id = parseId<'Submission'>(submissionId);
    await this.database.transaction(async (tx) => {
      if (!id || !isSelf || !(await this.submissions.setPrivate(tx, subject, id, isPrivate)))
        throw new DomainError('not-found', 'not-found');
      await tx.audit({
        actor: accountId,
        subject,
        act: 'applications.privacy-changed',
        object: id,
        details: { isPrivate },
      });
    });
  }
}
