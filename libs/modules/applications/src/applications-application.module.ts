import { Module } from '@nestjs/common';
import { DocumentsApplicationModule } from '@of/documents';
import { AcknowledgeSubmission } from './application/acknowledge-submission';
import { ExportApplications } from './application/export-applications';
import { SubmissionsData } from './application/submissions-data';
import { CertificateRepository } from './persistence/certificate.repository';
import { ReceiptKeyRepository } from './persistence/receipt-key.repository';
import { ReceivedSickNoteRepository } from './persistence/received-sick-note.repository';
import { SubmissionProgressRepository } from './persistence/submission-progress.repository';
import { SubmissionRepository } from './persistence/submission.repository';

const everywhere = [
  AcknowledgeSubmission,
  CertificateRepository,
  ReceiptKeyRepository,
  ReceivedSickNoteRepository,
  SubmissionProgressRepository,
  SubmissionRepository,
];

/** What both processes need of this room. */
@Module({
  imports: [DocumentsApplicationModule],
  providers: [...everywhere, ExportApplications, SubmissionsData],
  exports: everywhere,
})
export class ApplicationsApplicationModule {}
