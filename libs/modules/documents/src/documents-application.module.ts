import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { AppConfig } from '@of/platform';
import { ChildFileChecker } from './adapters/file-check/child-file-checker';
import { FolderFileStore } from './adapters/folder-file-store';
import { S3FileStore } from './adapters/s3-file-store';
import { CheckUpload } from './application/check-upload';
import { DocumentStates } from './application/document-states';
import { DocumentsData } from './application/documents-data';
import { EraseDocument } from './application/erase-document';
import { FileDocument } from './application/file-document';
import { FindSamePages } from './application/find-same-pages.query';
import { OpenDocument } from './application/open-document';
import { FileChecker } from './application/ports/file-checker';
import { FileStore } from './application/ports/file-store';
import { SealedFiles } from './application/sealed-files';
import { StoreDocument } from './application/store-document';
import { DocumentRepository } from './persistence/document.repository';
import { StoredFileRepository } from './persistence/stored-file.repository';
import { UploadRepository } from './persistence/upload.repository';

/** A folder, or an S3-compatible store when one is configured. */
export function fileStoreOf(config: AppConfig): FileStore {
  const s3 = config.s3;
  return s3 ? new S3FileStore(s3) : new FolderFileStore(join(config.DATA_DIR, 'documents'));
}

const doors = [FileDocument, DocumentStates, EraseDocument, FindSamePages, OpenDocument, StoreDocument];
const parts = [CheckUpload, SealedFiles, DocumentRepository, StoredFileRepository, UploadRepository];

/** What both processes need of this room. */
@Module({
  providers: [
    { provide: FileStore, useFactory: fileStoreOf, inject: [AppConfig] },
    { provide: FileChecker, useFactory: () => new ChildFileChecker() },
    DocumentsData,
    ...parts,
    ...doors,
  ],
  exports: [FileStore, ...parts, ...doors],
})
export class DocumentsApplicationModule {}
