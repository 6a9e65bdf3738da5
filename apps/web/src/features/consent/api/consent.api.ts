import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type LegalKind, type ListedLegalDocument, type Session } from '@of/api-client';
import { language } from '@of/i18n';

export const legalDocumentsQuery = () =>
  queryOptions({
    queryKey: ['public', 'legal', language()],
    queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/legal-documents', { signal }))).items,
    staleTime: 60_000,
  });

export const legalDocumentQuery = (kind: LegalKind, version: string) =>
  queryOptions({
    queryKey: ['public', 'legal', language(), kind, version],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/legal-documents/{kind}/{version}', { params: { path: { kind, version } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The version of a kind that is in force. */
export function currentDocument(
  documents: readonly ListedLegalDocument[],
  kind: LegalKind,
): ListedLegalDocument | undefined {
  return documents.find((document) => document.kind === kind && document.current);
}

export function acceptDocuments(documents: { kind: LegalKind; version: string }[]): Promise<Session> {
  return answerOf(api.POST('/api/v1/session/consents', { body: { documents } }));
}
