import { type Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DomainError } from '@of/kernel';
import { type Tx } from '@of/platform';
import { DocumentNotReady } from '../domain/document.errors';
import { fileNameOf } from '../domain/file-name';
import { DocumentRepository } from '../persistence/document.repository';
import { SealedFiles } from './sealed-files';

export interface WantedDocument {
  readonly subject: string;
  readonly documentId: string;
}

export interface OpenedDocument {
  /** Decrypted content. Nothing is read from the store before this is. */
  stream: Readable;
  /** Bytes of the whole. */
  size: number;
  mediaType: string;
  fileName: string;
  sha256: string;
  /** Another part of the same document; `end` is inclusive. */
  part(range: { start: number; end: number }): Readable;
}

/**
 * Opens the content of a clean document of this person.
 * @throws DomainError `not-found`, `document-not-ready`
 */
@Injectable()
export class OpenDocument {
  constructor(
    private readonly documents: DocumentRepository,
    private readonly files: SealedFiles,
  ) {}

  execute({ subject, documentId }: WantedDocument): Promise<OpenedDocument> {
    return this.documents.ofPerson(subject, (tx) => this.within(tx, { subject, documentId }));
  }

  /** For whoever holds a transaction already: it takes no second connection. */
  async within(tx: Tx, { subject, documentId }: WantedDocument): Promise<OpenedDocument> {
    await this.documents.showPerson(tx, subject);
    const found = await this.documents.findContent(tx, subject, documentId);
    if (!found) throw new DomainError('not-found', 'not-found');
    if (found.state === 'quarantined') throw new DocumentNotReady('document-being-checked');
    if (found.state === 'infected') throw new DocumentNotReady('document-infected');
    if (found.state === 'failed') throw new DocumentNotReady('document-unusable');
    const { content } = found;
    const last = Math.max(0, content.size - 1);
    const part = (wanted: { start: number; end: number }): Readable => this.files.read(content, wanted);
    return {
      stream: part({ start: 0, end: last }),
      size: content.size,
      mediaType: content.mediaType,
      fileName: fileNameOf(content.title, content.mediaType),
      sha256: content.sha256,
      part,
    };
  }
}
