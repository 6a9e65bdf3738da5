import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId } from '@of/kernel';
import { Database, type Tx } from '@of/platform';
import { DocumentRepository } from '../persistence/document.repository';
import { StoredFileRepository } from '../persistence/stored-file.repository';
import { SealedFiles } from './sealed-files';

export interface LargeDocument {
  subject: string;
  title: string;
  mediaType: string;
  content: AsyncIterable<Buffer>;
}

export interface StoredLargeDocument {
  documentId: string;
  size: number;
}

/** Keeps a document of ours that is too large to be held: it is sealed and written while it is made. */
@Injectable()
export class StoreLargeDocument {
  constructor(
    private readonly database: Database,
    private readonly documents: DocumentRepository,
    private readonly storedFiles: StoredFileRepository,
    private readonly files: SealedFiles,
  ) {}

  /**
   * @param refer makes the row that refers to the document, in the same transaction; false: it is not wanted any more, and
   *   what was written is an orphan and the janitor's
   */
  async execute(
    { subject, title, mediaType, content }: LargeDocument,
    refer: (tx: Tx, stored: StoredLargeDocument) => Promise<boolean>,
  ): Promise<void> {
    const hash = createHash('sha256');
    async function* hashed(): AsyncGenerator<Buffer> {
      for await (const part of content) {
        hash.update(part);
        yield part;
      }
    }
    const file = await this.files.write(hashed());
    const sha256 = hash.digest('hex');
    const documentId = newId();
    await this.database.transaction(async (tx) => {
      if (!(await refer(tx, { documentId, size: file.size }))) return;
      await this.storedFiles.insert(tx, file);
      await this.documents.showPerson(tx, subject);
      await this.documents.insert(tx, {
        id: documentId,
        subject,
        accountId: null,
        title,
        mediaType,
        state: 'clean',
        file: { id: file.id, sha256 },
        pageCount: 1,
        size: file.size,
      });
    });
  }
}
