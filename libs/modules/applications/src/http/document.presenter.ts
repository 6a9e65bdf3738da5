import { type AppConfig, type Language, type PersonScope } from '@of/platform';
import type { Standing } from '../application/read-submissions.query';
import { verificationUrl } from '../application/verification-url';
import { formOf } from '../domain/forms/forms';
import type { ReceiptContent } from '../domain/receipt';
import { groupedCode } from '../domain/verification-code';
import type { DocumentListEntryResponse, DocumentResponse } from './dto/documents.dto';

/** What of a stored submission is shown; kept apart from the rows, which the presenters must not know. */
interface Shown extends Standing {
  readonly id: string;
  readonly number: string;
  readonly actorId: string;
  readonly subjectId: string;
  readonly category: DocumentListEntryResponse['category'];
  readonly pageCount: number;
  readonly isPrivate: boolean;
  readonly receivedAt: Date;
  readonly forwardedAt: Date | null;
  readonly acknowledgedAt: Date | null;
  readonly overdueAt: Date | null;
  readonly rejectedAt: Date | null;
}

interface ShownWhole extends Shown {
  readonly isOpenable: boolean;
  readonly answers: DocumentResponse['fields'];
  readonly receiptText: string;
  readonly receiptSha256: string;
  readonly receiptSignature: Buffer;
  readonly receiptKeyId: string;
  readonly verificationCode: string;
}

const instant = (date: Date | null): string | null => date?.toISOString() ?? null;

export function presentEntry(submission: Shown, language: Language): DocumentListEntryResponse {
  const { id, category, number, receivedAt, pageCount, progress, turn } = submission;
  return {
    id,
    category,
    title: formOf(category, receivedAt.toISOString().slice(0, 10)).title[language],
    number,
    receivedAt: receivedAt.toISOString(),
    pageCount,
    progress,
    turn,
    private: submission.isPrivate,
    sentByPerson: submission.actorId === submission.subjectId,
    forwardedAt: instant(submission.forwardedAt),
    acknowledgedAt: instant(submission.acknowledgedAt),
    overdueAt: instant(submission.overdueAt),
    rejectedAt: instant(submission.rejectedAt),
  };
}

export function presentDocument(
  config: AppConfig,
  { subject, isSelf }: PersonScope,
  submission: ShownWhole,
  language: Language,
): DocumentResponse {
  const url = `/api/v1/insured-persons/${isSelf ? 'me' : subject}/documents/${submission.id}`;
  const { pages } = JSON.parse(submission.receiptText) as ReceiptContent;
  return {
    ...presentEntry(submission, language),
    contentUrl: submission.isOpenable ? `${url}/content` : null,
    fields: submission.answers,
    receipt: {
      number: submission.number,
      receivedAt: submission.receivedAt.toISOString(),
      pages: [...pages],
      sha256: submission.receiptSha256,
      signature: submission.receiptSignature.toString('base64'),
      keyId: submission.receiptKeyId,
      text: submission.receiptText,
      verificationCode: groupedCode(submission.verificationCode),
      verificationUrl: verificationUrl(config, submission.verificationCode),
      pdfUrl: `${url}/receipt.pdf`,
    },
  };
}
