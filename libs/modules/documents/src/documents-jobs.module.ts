import { Module } from '@nestjs/common';
import { AppConfig, ListenerRegistry, LOGGER } from '@of/platform';
import { type Logger } from 'pino';
import { ClamdScanner } from './adapters/clamd-scanner';
import { NoScanner } from './adapters/no-scanner';
import { PdfPageBinder } from './adapters/pdf-page-binder';
import { FinishChecks } from './application/finish-checks';
import { PageBinder } from './application/ports/page-binder';
import { VirusScanner } from './application/ports/virus-scanner';
import { ScanDocument } from './application/scan-document';
import { ScanDueDocuments } from './application/scan-due-documents';
import { SweepStore } from './application/sweep-store';
import { DocumentsApplicationModule } from './documents-application.module';
import { FinishChecksTask } from './jobs/finish-checks.job';
import { ScanQuarantine } from './jobs/scan-quarantine.job';
import { SweepDocumentStore } from './jobs/sweep-document-store.job';
import { ScanFiledDocument } from './listeners/scan-filed-document.listener';

/** What this room does again and again; the worker puts it on its schedule. */
export const documentsSchedules = [ScanQuarantine, FinishChecksTask, SweepDocumentStore];

@Module({
  imports: [DocumentsApplicationModule],
  providers: [
    {
      provide: VirusScanner,
      useFactory: (config: AppConfig, logger: Logger) =>
        config.CLAMD_URL ? new ClamdScanner(config.CLAMD_URL) : new NoScanner(logger),
      inject: [AppConfig, LOGGER],
    },
    { provide: PageBinder, useFactory: () => new PdfPageBinder() },
    ScanDocument,
    ScanDueDocuments,
    FinishChecks,
    SweepStore,
    ScanFiledDocument,
    ...documentsSchedules,
  ],
  exports: [DocumentsApplicationModule, ...documentsSchedules],
})
export class DocumentsJobsModule {
  constructor(listeners: ListenerRegistry, scanFiledDocument: ScanFiledDocument) {
    listeners.add(scanFiledDocument);
  }
}
