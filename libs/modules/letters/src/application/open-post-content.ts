import { Injectable } from '@nestjs/common';
import { OpenDocument, type OpenedDocument } from '@of/documents';
import { OpenPostboxItem } from './open-postbox-item';
import type { PostboxView } from '../persistence/postbox-items.repository';

/** The PDF of an item. Who may see it is asked anew each time. */
@Injectable()
export class OpenPostContent {
  constructor(
    private readonly opening: OpenPostboxItem,
    private readonly documents: OpenDocument,
  ) {}

  /** @throws DomainError `not-found`, and those of a document that is not clean */
  async execute(view: PostboxView, id: string): Promise<OpenedDocument> {
    const { documentId } = await this.opening.execute(view, id);
    return this.documents.execute({ subject: view.insuredId, documentId });
  }
}
