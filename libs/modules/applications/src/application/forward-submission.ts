import { Injectable } from '@nestjs/common';
import { DocumentStates, OpenDocument } from '@of/documents';
import { GetPersonCard } from '@of/membership';
import { Database } from '@of/platform';
import type { ReceiptContent } from '../domain/receipt';
import { mayBeHandedOver } from '../domain/submission-state';
import { SubmissionProgressRepository } from '../persistence/submission-progress.repository';
import { SubmissionRepository, type WholeSubmission } from '../persistence/submission.repository';
import { ReceivingSystem, type HandedOverSubmission, type NamedPerson } from './ports/receiving-system';

/**
 * Gives a submission to the receiving system, once the scanner has let it pass. The row stays locked meanwhile, so that two
 * workers never write one at a time. Repeating it does no harm.
 */
@Injectable()
export class ForwardSubmission {
  constructor(
    private readonly database: Database,
    private readonly submissions: SubmissionRepository,
    private readonly progress: SubmissionProgressRepository,
    private readonly states: DocumentStates,
    private readonly documents: OpenDocument,
    private readonly persons: GetPersonCard,
    private readonly receivingSystem: ReceivingSystem,
  ) {}

  async execute(submissionId: string): Promise<void> {
    const known = await this.submissions.findForHandOver(submissionId);
    if (!known || known.forwardedAt) return;
    const { documentId, subjectId: subject } = known;
    if ((await this.states.read([documentId])).get(documentId) !== 'clean') return;
    const [person, sender] = await Promise.all([this.named(subject), this.named(known.actorId)]);
    await this.database.transaction(async (tx) => {
      const locked = await this.submissions.lock(tx, submissionId);
      if (!locked || locked.forwardedAt || !mayBeHandedOver(locked.state)) return;
      // Opened for each try of the transaction: a stream can be read once.
      const { stream, mediaType, size, sha256 } = await this.documents.within(tx, { subject, documentId });
      await this.receivingSystem.handOver(
        paper(known, { person, sender, content: { mediaType, size, sha256 } }),
        stream,
      );
      await this.progress.markForwarded(tx, known.id);
      await tx.audit({
        actor: 'system',
        subject,
        act: 'applications.submission-forwarded',
        object: known.id,
      });
    });
  }

  private async named(insuredId: string): Promise<NamedPerson> {
    const { externalId, kvnr } = await this.persons.execute(insuredId);
    return { externalId, kvnr };
  }
}

function paper(
  { id, number, category, receivedAt, answers, receiptText }: WholeSubmission,
  rest: Pick<HandedOverSubmission, 'person' | 'sender' | 'content'>,
): HandedOverSubmission {
  const { pages } = JSON.parse(receiptText) as ReceiptContent;
  return { submissionId: id, number, category, receivedAt: receivedAt.toISOString(), fields: answers, pages, ...rest };
}
