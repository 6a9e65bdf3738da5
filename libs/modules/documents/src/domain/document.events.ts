/** Uploads have become a document that waits for the scanner. Payload `{ documentId }`. */
export const DOCUMENT_FILED = 'documents.document-filed';
/** The scanner found nothing; the document may be opened. Payload `{ documentId }`. */
export const DOCUMENT_CLEARED = 'documents.document-cleared';
/** The document will never be opened. Payload `{ documentId, reason }`, reason `infected` or `failed`. */
export const DOCUMENT_REJECTED = 'documents.document-rejected';

export function documentFiled(documentId: string) {
  return { name: DOCUMENT_FILED, payload: { documentId } } as const;
}

export function documentCleared(documentId: string) {
  return { name: DOCUMENT_CLEARED, payload: { documentId } } as const;
}

export function documentRejected(documentId: string, reason: 'infected' | 'failed') {
  return { name: DOCUMENT_REJECTED, payload: { documentId, reason } } as const;
}
