import { Injectable } from '@nestjs/common';
import type { DocumentState } from '../domain/document-state';
import type { DocumentProgress } from '../domain/filed-document';
import { DocumentRepository } from '../persistence/document.repository';

const progressOf: Record<DocumentState, DocumentProgress> = {
  quarantined: 'checking',
  clean: 'clean',
  infected: 'infected',
  failed: 'failed',
};

/** How far documents are. The caller has checked that they may be named; unknown ids are left out. */
@Injectable()
export class DocumentStates {
  constructor(private readonly documents: DocumentRepository) {}

  async read(documentIds: string[]): Promise<Map<string, DocumentProgress>> {
    if (documentIds.length === 0) return new Map();
    const rows = await this.documents.ofEverybody((tx) => this.documents.states(tx, documentIds));
    return new Map(rows.map(({ id, state }) => [id, progressOf[state]]));
  }
}
