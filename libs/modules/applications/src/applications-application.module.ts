import { Module } from '@nestjs/common';
import { AcknowledgeSubmission } from './application/acknowledge-submission';
import { SubmissionsData } from './application/submissions-data';
import { CertificateRepository } from './persistence/certificate.repository';
import { ReceiptKeyRepository } from './persistence/receipt-key.repository';
import { SubmissionProgressRepository } from './persistence/submission-progress.repository';
import { SubmissionRepository } from './persistence/submission.repository';

const everywhere = [
  AcknowledgeSubmission,
  CertificateRepository,
  ReceiptKeyRepository,
  SubmissionProgressRepository,
  SubmissionRepository,
];

/** What both processes need of this room. */
@Module({ providers: [...everywhere, SubmissionsData], exports: everywhere })
export class ApplicationsApplicationModule {}
