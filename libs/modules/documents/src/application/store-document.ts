import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId } from '@of/kernel';
import { type Tx } from '@of/platform';
import { DocumentRepository } from '../persistence/document.repository';
import { StoredFileRepository, type StoredFile } from '../persistence/stored-file.repository';
import { SealedFiles } from './sealed-files';

/** Content that lies in the store, and to which no row refers yet. */
export interface WrittenDocument {
  readonly documentId: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly file: StoredFile;
}

/**
 * Keeps a document that we made ourselves: sealed like all others, clean without a scan. It is written before the transaction
 * that stores its row, so that no transaction waits for the store; without a row it is an orphan and the janitor's.
 */
@Injectable()
export class StoreDocument {
  constructor(
    private readonly documents: DocumentRepository,
    private readonly storedFiles: StoredFileRepository,
    private readonly files: SealedFiles,
  ) {}

  /**
   * Seals and writes the content while it comes in; it is never held whole.
   * @throws StoreAway; a fault of the content as it is
   */
  async write(content: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<WrittenDocument> {
    const hash = createHash('sha256');
    async function* hashed(): AsyncGenerator<Buffer> {
      for await (const part of content) {
        hash.update(part);
        yield part;
      }
    }
    const file = await this.files.write(hashed());
    return { documentId: newId(), size: file.size, sha256: hash.digest('hex'), file };
  }

  async insert(
    tx: Tx,
    { documentId, size, sha256, file }: WrittenDocument,
    named: { subject: string; title: string; mediaType: string },
  ): Promise<void> {
    await this.storedFiles.insert(tx, file);
    await this.documents.showPerson(tx, named.subject);
    await this.documents.insert(tx, {
      ...named,
      id: documentId,
      accountId: null,
      state: 'clean',
      file: { id: file.id, sha256 },
      pageCount: 1,
      size,
    });
  }
}
