import { Injectable } from '@nestjs/common';
import { DocumentStates, OpenDocument } from '@of/documents';

/** The documents room, as far as forwarding needs it. */
@Injectable()
export class ScannedDocuments {
  constructor(
    private readonly states: DocumentStates,
    private readonly documents: OpenDocument,
  ) {}

  async isClean(documentId: string): Promise<boolean> {
    return (await this.states.read([documentId])).get(documentId) === 'clean';
  }

  open(subject: string, documentId: string) {
    return this.documents.execute({ subject, documentId });
  }
}
