import type { PublishedDocument } from '../application/list-legal-documents.query';
import type { LegalLanguage } from '../domain/legal-document';
import type { LegalDocumentResponse, LegalDocumentsResponse } from './dto/legal-documents.response';

function head({ kind, version, publishedAt, current, texts }: PublishedDocument, language: LegalLanguage) {
  return { kind, version, publishedAt: String(publishedAt), current, changes: texts[language].changes };
}

export function presentDocuments(documents: PublishedDocument[], language: LegalLanguage): LegalDocumentsResponse {
  return {
    items: documents.map((document) => ({
      ...head(document, language),
      contentUrl: `/api/v1/legal-documents/${document.kind}/${document.version}`,
    })),
    nextCursor: null,
  };
}

export function presentDocument(document: PublishedDocument, language: LegalLanguage): LegalDocumentResponse {
  const { title, content } = document.texts[language];
  return { ...head(document, language), title, content, language };
}
