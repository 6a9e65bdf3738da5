import { Injectable } from '@nestjs/common';
import { FindSamePages } from '@of/documents';
import { parseId } from '@of/kernel';
import { type PersonScope } from '@of/platform';
import { SubmissionRepository } from '../persistence/submission.repository';

/** An upload that was submitted before, and as what. */
export interface SentPage {
  readonly uploadId: string;
  readonly documentId: string;
  readonly number: string;
  readonly receivedAt: string;
}

/** Which pages somebody is about to send a second time for this person (G4). Whether they do is theirs to decide. */
@Injectable()
export class FindSentPages {
  constructor(
    private readonly pages: FindSamePages,
    private readonly submissions: SubmissionRepository,
  ) {}

  /** In the order of the uploads, each with its newest submission. What was refused counts as not sent. */
  async execute(scope: PersonScope, uploadIds: readonly string[]): Promise<SentPage[]> {
    const ids = uploadIds.map((id) => parseId(id)).filter((id) => id !== null);
    const same = await this.pages.execute(scope, scope.subject, ids);
    const submissions = await this.submissions.listOfDocuments(
      scope,
      same.map(({ documentId }) => documentId),
    );
    return ids.flatMap((uploadId) => {
      const documents = same.filter((page) => page.uploadId === uploadId).map(({ documentId }) => documentId);
      const found = submissions.find(({ documentId }) => documents.includes(documentId));
      if (!found) return [];
      return [{ uploadId, documentId: found.id, number: found.number, receivedAt: found.receivedAt.toISOString() }];
    });
  }
}
