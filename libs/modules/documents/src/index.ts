import { Documents1700000500000 } from './persistence/migrations/1700000500000-documents';
import { PageHash1700000500001 } from './persistence/migrations/1700000500001-page-hash';

export { DocumentStates } from './application/document-states';
export { EraseDocument } from './application/erase-document';
export { FileDocument } from './application/file-document';
export { FindSamePages } from './application/find-same-pages.query';
export { OpenDocument, type OpenedDocument } from './application/open-document';
export { RewrapKeys } from './application/rewrap-keys';
export { SealedFiles } from './application/sealed-files';
export { StoreDocument, type WrittenDocument } from './application/store-document';
export { DOCUMENT_CLEARED, DOCUMENT_REJECTED } from './domain/document.events';
export { DocumentsApplicationModule, fileStoreOf } from './documents-application.module';
export { DocumentsJobsModule, documentsSchedules } from './documents-jobs.module';
export { DocumentsModule } from './documents.module';
export { StoredFileRepository } from './persistence/stored-file.repository';
export { sendDocument } from './http/send-document';

export const documentsMigrations = [Documents1700000500000, PageHash1700000500001];
