import { Injectable } from '@nestjs/common';
import { senderOf } from '@of/letters';
import { AppConfig, Branding, type Language } from '@of/platform';
import { formOf } from '../domain/forms/forms';
import type { ReceiptContent } from '../domain/receipt';
import { groupedCode } from '../domain/verification-code';
import type { Whose } from '../persistence/submission.repository';
import { ReceiptPress } from './ports/receipt-press';
import { ReadSubmissions } from './read-submissions.query';
import { verificationUrl } from './verification-url';

/** The receipt of a submission on paper. It is set anew each time: the same receipt gives the same bytes. */
@Injectable()
export class PrintReceipt {
  constructor(
    private readonly submissions: ReadSubmissions,
    private readonly press: ReceiptPress,
    private readonly branding: Branding,
    private readonly config: AppConfig,
  ) {}

  /** @throws DomainError `not-found` */
  async execute(whose: Whose, submissionId: string, language: Language): Promise<{ pdf: Buffer; number: string }> {
    const submission = await this.submissions.one(whose, submissionId);
    const { number, receivedAt, category, verificationCode } = submission;
    const { pages, pageCount } = JSON.parse(submission.receiptText) as ReceiptContent;
    const { pdf } = this.press.set({
      language,
      number,
      receivedAt,
      title: formOf(category, receivedAt.toISOString().slice(0, 10)).title[language],
      pageCount,
      pages,
      sha256: submission.receiptSha256,
      signature: submission.receiptSignature.toString('base64'),
      keyId: submission.receiptKeyId,
      code: groupedCode(verificationCode),
      verificationUrl: verificationUrl(this.config, verificationCode),
      sender: senderOf(this.branding, language),
    });
    return { pdf, number };
  }
}
