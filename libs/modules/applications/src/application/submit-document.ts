import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { FileDocument } from '@of/documents';
import { newId, newReference } from '@of/kernel';
import { Database, type PersonScope, type Tx } from '@of/platform';
import { formOf } from '../domain/forms/forms';
import type { Category, SubmissionId } from '../domain/submission';
import { newVerificationCode } from '../domain/verification-code';
import { ReceiptKeyRepository } from '../persistence/receipt-key.repository';
import { SubmissionRepository } from '../persistence/submission.repository';
import { CheckAnswers } from './check-answers';
import { ReceiptSigner } from './receipt-signer';

export interface SubmitCommand {
  readonly category: Category;
  readonly uploadIds: string[];
  /** Absent where the papers speak for themselves. */
  readonly fields?: Readonly<Record<string, unknown>>;
  /** The young person keeps it from their parents. Only they can say so. */
  readonly isPrivate: boolean;
}

/**
 * Takes documents in for a person. That they are here, what they were and when they came is signed in the same transaction:
 * whoever holds the receipt can prove it (K9).
 */
@Injectable()
export class SubmitDocument {
  constructor(
    private readonly database: Database,
    private readonly answers: CheckAnswers,
    private readonly documents: FileDocument,
    private readonly submissions: SubmissionRepository,
    private readonly keys: ReceiptKeyRepository,
    private readonly signer: ReceiptSigner,
  ) {}

  /** @throws ValidationError with pointers into `/fields` and `/uploadIds` */
  async execute(scope: PersonScope, command: SubmitCommand): Promise<SubmissionId> {
    const { category, uploadIds, fields } = command;
    const answers = fields ? await this.answers.execute(scope, category, fields) : null;
    return this.database.transaction(async (tx) => {
      const receivedAt = await instant(tx);
      const title = formOf(category, receivedAt.toISOString().slice(0, 10)).title.de;
      const filed = await this.documents.execute(tx, { acting: scope, subject: scope.subject, uploadIds, title });
      const { documentId, pageCount, pages } = filed;
      const number = newReference('D', randomBytes);
      const receipt = this.signer.sign(scope.subject, {
        number,
        receivedAt: receivedAt.toISOString(),
        category,
        pageCount,
        pages,
      });
      const id = newId<'Submission'>();
      await this.keys.remember(tx, this.signer.key);
      await this.submissions.insert(tx, {
        id,
        number,
        accountId: scope.accountId,
        actorId: scope.insuredId,
        subjectId: scope.subject,
        category,
        documentId,
        pageCount,
        answers,
        isPrivate: command.isPrivate && scope.isSelf,
        receivedAt,
        receipt,
        verificationCode: newVerificationCode(randomBytes),
      });
      await tx.audit({
        actor: scope.accountId,
        subject: scope.subject,
        act: 'applications.document-submitted',
        object: id,
        details: { pages: pageCount },
      });
      return id;
    });
  }
}

async function instant(tx: Tx): Promise<Date> {
  const [row] = await tx.query<{ now: Date }>(`SELECT platform.now() AS now`);
  return row?.now as Date;
}
