import { Module } from '@nestjs/common';
import { DocumentsJobsModule } from '@of/documents';
import { LetterComposers, LettersJobsModule } from '@of/letters';
import { MembershipModule } from '@of/membership';
import { ListenerRegistry } from '@of/platform';
import { FolderReceivingSystem } from './adapters/folder-receiving-system';
import { CertificateLetter } from './application/certificate-letter';
import { ForwardDocument } from './application/forward-document';
import { ForwardSubmission } from './application/forward-submission';
import { ListToForward } from './application/list-to-forward.query';
import { ReceivingSystem } from './application/ports/receiving-system';
import { RejectSubmission } from './application/reject-submission';
import { TellOverdue } from './application/tell-overdue';
import { ApplicationsApplicationModule } from './applications-application.module';
import { CollectAcknowledgements } from './jobs/collect-acknowledgements.job';
import { ForwardSubmissions } from './jobs/forward-submissions.job';
import { TellOverdueTask } from './jobs/tell-overdue.job';
import { WhenDocumentClearedForwardIt } from './listeners/when-document-cleared-forward-it.listener';
import { WhenDocumentRejectedRejectItsSubmission } from './listeners/when-document-rejected-reject-its-submission.listener';

/** What this room does again and again; the worker puts it on its schedule. */
export const applicationsSchedules = [CollectAcknowledgements, ForwardSubmissions, TellOverdueTask];

@Module({
  imports: [ApplicationsApplicationModule, DocumentsJobsModule, LettersJobsModule, MembershipModule],
  providers: [
    { provide: ReceivingSystem, useClass: FolderReceivingSystem },
    CertificateLetter,
    ForwardDocument,
    ForwardSubmission,
    ListToForward,
    RejectSubmission,
    TellOverdue,
    WhenDocumentClearedForwardIt,
    WhenDocumentRejectedRejectItsSubmission,
    ...applicationsSchedules,
  ],
  exports: applicationsSchedules,
})
export class ApplicationsJobsModule {
  constructor(
    composers: LetterComposers,
    certificateLetter: CertificateLetter,
    listeners: ListenerRegistry,
    forwardCleared: WhenDocumentClearedForwardIt,
    rejectRejected: WhenDocumentRejectedRejectItsSubmission,
  ) {
    composers.add(certificateLetter);
    listeners.add(forwardCleared, rejectRejected);
  }
}
