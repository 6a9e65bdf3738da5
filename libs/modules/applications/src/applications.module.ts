import './http/problem-texts';
import { Module } from '@nestjs/common';
import { DocumentsModule } from '@of/documents';
import { LettersModule } from '@of/letters';
import { MembershipModule } from '@of/membership';
import { TypstCertificatePress } from './adapters/typesetting/typst-certificate-press';
import { TypstReceiptPress } from './adapters/typesetting/typst-receipt-press';
import { CheckAnswers } from './application/check-answers';
import { ChildrenOf } from './application/children-of';
import { DraftCertificate } from './application/draft-certificate';
import { FindSentPages } from './application/find-sent-pages.query';
import { IssueCertificate } from './application/issue-certificate';
import { KeepPrivate } from './application/keep-private';
import { ListCertificates } from './application/list-certificates.query';
import { ListForms } from './application/list-forms.query';
import { ListReceiptKeys } from './application/list-receipt-keys.query';
import { ListSickNotes } from './application/list-sick-notes.query';
import { OpenCertificate } from './application/open-certificate';
import { CertificatePress } from './application/ports/certificate-press';
import { ReceiptPress } from './application/ports/receipt-press';
import { PrintReceipt } from './application/print-receipt';
import { ReadChildSicknessDays } from './application/read-child-sickness-days.query';
import { ReadSubmissions } from './application/read-submissions.query';
import { ReceiptSigner } from './application/receipt-signer';
import { SubmissionFigures } from './application/submission-figures';
import { SubmitDocument } from './application/submit-document';
import { VerifyCode } from './application/verify-code.query';
import { ApplicationsApplicationModule } from './applications-application.module';
import { CertificatesController } from './http/certificates.controller';
import { ChildSicknessBenefitsController } from './http/child-sickness-benefits.controller';
import { ChildSicknessDaysController } from './http/child-sickness-days.controller';
import { DocumentsController } from './http/documents.controller';
import { FormsController } from './http/forms.controller';
import { ReceiptKeysController } from './http/receipt-keys.controller';
import { ReceiptsController } from './http/receipts.controller';
import { ReceivedSickNotesController } from './http/received-sick-notes.controller';
import { SentPagesController } from './http/sent-pages.controller';
import { VerificationsController } from './http/verifications.controller';
import { VerificationQuery } from './persistence/verification.query';

@Module({
  imports: [ApplicationsApplicationModule, DocumentsModule, LettersModule, MembershipModule],
  controllers: [
    CertificatesController,
    ChildSicknessBenefitsController,
    ChildSicknessDaysController,
    ReceiptsController,
    DocumentsController,
    FormsController,
    ReceiptKeysController,
    ReceivedSickNotesController,
    SentPagesController,
    VerificationsController,
  ],
  providers: [
    { provide: CertificatePress, useFactory: () => new TypstCertificatePress() },
    { provide: ReceiptPress, useFactory: () => new TypstReceiptPress() },
    CheckAnswers,
    ChildrenOf,
    DraftCertificate,
    FindSentPages,
    IssueCertificate,
    KeepPrivate,
    ListCertificates,
    ListForms,
    ListReceiptKeys,
    ListSickNotes,
    OpenCertificate,
    PrintReceipt,
    ReadChildSicknessDays,
    ReadSubmissions,
    ReceiptSigner,
    SubmissionFigures,
    SubmitDocument,
    VerificationQuery,
    VerifyCode,
  ],
})
export class ApplicationsModule {}
