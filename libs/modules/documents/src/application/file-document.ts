import { Injectable } from '@nestjs/common';
import { newId } from '@of/kernel';
import { type Acting, type Tx } from '@of/platform';
import { UploadsRefused } from '../domain/document.errors';
import { documentFiled } from '../domain/document.events';
import type { FiledDocument } from '../domain/filed-document';
import { inMegabytes, uploadLimits } from '../domain/upload-limits';
import { DocumentRepository } from '../persistence/document.repository';
import { UploadRepository, type FinishedUpload } from '../persistence/upload.repository';

export interface FilingCommand {
  acting: Acting;
  subject: string;
  uploadIds: string[];
  title: string;
}

/**
 * Makes one document of a person from uploads of the acting account, in the order given, once. It belongs to the caller's
 * transaction: what is filed and what the caller does with it are one fact.
 * @throws UploadsRefused
 */
@Injectable()
export class FileDocument {
  constructor(
    private readonly uploads: UploadRepository,
    private readonly documents: DocumentRepository,
  ) {}

  async execute(tx: Tx, { acting, subject, uploadIds, title }: FilingCommand): Promise<FiledDocument> {
    const uploads = await this.take(tx, acting.accountId, uploadIds);
    const pageCount = uploads.reduce((sum, { sheets }) => sum + sheets, 0);
    const size = uploads.reduce((sum, { bytes }) => sum + bytes, 0);
    if (size > uploadLimits.caseBytes) {
      const params = { actual: inMegabytes(size), allowed: inMegabytes(uploadLimits.caseBytes) };
      throw new UploadsRefused('case-too-large', params);
    }
    if (pageCount > uploadLimits.pages) {
      throw new UploadsRefused('too-many-pages', { actual: pageCount, allowed: uploadLimits.pages });
    }
    const documentId = newId();
    const [first] = uploads;
    const mediaType = uploads.length === 1 && first ? first.mediaType : 'application/pdf';
    const pages = uploads.map((upload, index) => ({ ...upload, position: index + 1 }));
    await this.documents.showPerson(tx, subject);
    await this.documents.insert(tx, {
      id: documentId,
      subject,
      accountId: acting.accountId,
      title,
      mediaType,
      state: 'quarantined',
      file: null,
      pageCount,
      size,
    });
    await this.documents.insertPages(tx, documentId, pages);
    await this.uploads.markUsed(tx, uploadIds, documentId);
    await tx.audit({
      actor: acting.accountId,
      subject,
      act: 'documents.filed',
      object: documentId,
      details: { pages: pageCount },
    });
    await tx.publish(documentFiled(documentId));
    return {
      documentId,
      pageCount,
      pages: pages.map(({ position, sha256, mediaType: type, bytes }) => ({
        position,
        sha256,
        mediaType: type,
        bytes,
      })),
    };
  }

  private async take(tx: Tx, accountId: string, ids: string[]): Promise<FinishedUpload[]> {
    if (ids.length === 0) throw new UploadsRefused('required');
    if (ids.length > uploadLimits.pages) {
      throw new UploadsRefused('too-many-pages', { actual: ids.length, allowed: uploadLimits.pages });
    }
    if (new Set(ids).size < ids.length) throw new UploadsRefused('upload-used');
    const found = new Map((await this.uploads.lockFinished(tx, accountId, ids)).map((upload) => [upload.id, upload]));
    return ids.map((id) => {
      const upload = found.get(id);
      if (!upload) throw new UploadsRefused('upload-unknown');
      if (upload.documentId !== null) throw new UploadsRefused('upload-used');
      if (upload.state === 'rejected') throw new UploadsRefused('upload-rejected');
      if (upload.state !== 'accepted') throw new UploadsRefused('upload-unfinished');
      return upload;
    });
  }
}
