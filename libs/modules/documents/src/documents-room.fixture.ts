import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type Readable } from 'node:stream';
import { Clock, newId, SystemClock } from '@of/kernel';
import { createDataSource, createLogger, Database, Sealer, type Acting, type AppConfig } from '@of/platform';
import { plainRole, testDatabase, type TestDatabase } from '@of/testing';
import { type DataSource } from 'typeorm';
import { FolderFileStore } from './adapters/folder-file-store';
import { PdfPageBinder } from './adapters/pdf-page-binder';
import { DocumentStates } from './application/document-states';
import { FileDocument } from './application/file-document';
import { OpenDocument } from './application/open-document';
import { FileStore } from './application/ports/file-store';
import { VirusScanner, type ScanVerdict } from './application/ports/virus-scanner';
import { ReceiveUpload } from './application/receive-upload';
import { ScanDocument } from './application/scan-document';
import { ScanDueDocuments } from './application/scan-due-documents';
import { SealedFiles } from './application/sealed-files';
import { StoreDocument } from './application/store-document';
import { SweepStore } from './application/sweep-store';
import { DocumentRepository } from './persistence/document.repository';
import { Documents1700000500000 } from './persistence/migrations/1700000500000-documents';
import { StoredFileRepository } from './persistence/stored-file.repository';
import { UploadRepository } from './persistence/upload.repository';

class LaterClock extends Clock {
  now(): Date {
    return new Date(Date.now() + 2 * 3_600_000);
  }
}

/** Answers what it is told to. */
export class ToldScanner extends VirusScanner {
  readonly isConfigured = true;
  answer: (open: () => Promise<Readable>) => Promise<ScanVerdict> = async () => ({ outcome: 'clean' });

  scan(open: () => Promise<Readable>): Promise<ScanVerdict> {
    return this.answer(open);
  }
}

export interface DocumentsRoom {
  readonly test: TestDatabase;
  /** Connected as a role that is no superuser: row-level security holds for it. */
  database: Database;
  store: FileStore;
  files: SealedFiles;
  uploads: UploadRepository;
  storedFiles: StoredFileRepository;
  documents: DocumentRepository;
  fileDocument: FileDocument;
  openDocument: OpenDocument;
  storeDocument: StoreDocument;
  states: DocumentStates;
  receive: ReceiveUpload;
  sweep: SweepStore;
  /** The janitor, two hours later. */
  sweepLater: SweepStore;
  scannedBy(scanner: VirusScanner): { scan: ScanDocument; scanDue: ScanDueDocuments };
  acting(): Acting;
  /** An upload of which nothing has arrived. */
  started(acting: Acting, size: number): Promise<string>;
  /** An upload that was accepted. */
  accepted(acting: Acting, content: Buffer, mediaType: string, sheets?: number): Promise<string>;
  file(acting: Acting, uploadIds: string[], subject?: string): ReturnType<FileDocument['execute']>;
}

type OpenStore = (config: AppConfig) => FileStore | Promise<FileStore>;
const inFolder: OpenStore = (config) => new FolderFileStore(join(config.DATA_DIR, 'documents'));

export function documentsRoom(openStore = inFolder): DocumentsRoom {
  let dataSource: DataSource;
  let role: Awaited<ReturnType<typeof plainRole>>;
  afterAll(() => dataSource?.destroy());
  const test = testDatabase([Documents1700000500000]);
  afterAll(() => role?.drop());
  const room = { test } as DocumentsRoom;

  beforeAll(async () => {
    role = await plainRole(test);
    dataSource = await createDataSource({ url: role.url, poolSize: 5 }).initialize();
    const database = new Database(dataSource);
    const store = await openStore(test.config);
    const files = new SealedFiles(store, new Sealer(test.config));
    const [uploads, storedFiles] = [new UploadRepository(database), new StoredFileRepository(database)];
    const documents = new DocumentRepository(database);
    Object.assign(room, {
      database,
      store,
      files,
      uploads,
      storedFiles,
      documents,
      fileDocument: new FileDocument(uploads, documents),
      openDocument: new OpenDocument(documents, files),
      storeDocument: new StoreDocument(documents, storedFiles, files),
      states: new DocumentStates(documents),
      receive: new ReceiveUpload(database, uploads, storedFiles, files),
      sweep: new SweepStore(documents, uploads, storedFiles, files, store, new SystemClock()),
      sweepLater: new SweepStore(documents, uploads, storedFiles, files, store, new LaterClock()),
    });
  });
  room.scannedBy = (scanner) => {
    const { documents, storedFiles, files } = room;
    const scan = new ScanDocument(
      documents,
      storedFiles,
      files,
      scanner,
      new PdfPageBinder(),
      createLogger('silent', 'test'),
    );
    return { scan, scanDue: new ScanDueDocuments(documents, scan) };
  };
  room.acting = () => ({
    accountId: newId(),
    insuredId: newId(),
    sessionId: newId(),
    deviceId: null,
    level: 'basic',
  });
  room.started = async ({ accountId }, size) => {
    const id = randomUUID();
    const upload = { id, accountId, name: 'Datei', isFromDevice: false, size, hours: 24 };
    await room.database.transaction((tx) => room.uploads.insert(tx, upload));
    return id;
  };
  room.accepted = async (acting, content, mediaType, sheets = 1) => {
    const file = await room.files.write(once(content));
    const id = await room.started(acting, content.length);
    await room.database.transaction(async (tx) => {
      await room.storedFiles.insert(tx, file);
      await tx.query(`UPDATE documents.upload SET state = 'checking', received = size WHERE id = $1`, [id]);
      await room.uploads.accept(tx, id, { mediaType, sheets, sha256: 'a'.repeat(64), file, days: 7 });
    });
    return id;
  };
  room.file = (acting, uploadIds, subject = acting.insuredId) =>
    room.database.transaction((tx) => room.fileDocument.execute(tx, { acting, subject, uploadIds, title: 'Rechnung' }));
  return room;
}

async function* once(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}
