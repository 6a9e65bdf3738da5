import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId } from '@of/kernel';
import { type Tx } from '@of/platform';
import { DocumentRepository } from '../persistence/document.repository';
import { StoredFileRepository } from '../persistence/stored-file.repository';
import { SealedFiles } from './sealed-files';

export interface StoreCommand {
  subject: string;
  title: string;
  mediaType: string;
  content: Buffer;
}

/** Keeps a document that we made ourselves: sealed like all others, clean without a scan. */
@Injectable()
export class StoreDocument {
  constructor(
    private readonly documents: DocumentRepository,
    private readonly storedFiles: StoredFileRepository,
    private readonly files: SealedFiles,
  ) {}

  async execute(tx: Tx, command: StoreCommand): Promise<{ documentId: string; sha256: string }> {
    const { subject, title, mediaType, content } = command;
    const sha256 = createHash('sha256').update(content).digest('hex');
    // Should the transaction fail, the object is an orphan and the janitor's.
    const file = await this.files.write(once(content));
    const documentId = newId();
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
      size: content.length,
    });
    return { documentId, sha256 };
  }
}

async function* once(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}
