import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { answerOf, api, type DocumentCategory, type SubmittedDocument } from '@of/api-client';
import { language } from '@of/i18n';

/** What is asked about each category of documents, for this person. */
export const documentFormsQuery = (personId: string) =>
  queryOptions({
    queryKey: ['person', personId, 'document-forms', language()],
    queryFn: async ({ signal }) =>
      (
        await answerOf(
          api.GET('/api/v1/insured-persons/{personId}/document-forms', { params: { path: { personId } }, signal }),
        )
      ).items,
  });

export const documentsQuery = (personId: string) =>
  infiniteQueryOptions({
    queryKey: ['person', personId, 'documents', language()],
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/api/v1/insured-persons/{personId}/documents', {
          params: { path: { personId }, query: pageParam === null ? {} : { cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 0,
  });

const LOOK_AGAIN_MS = 5_000;
/** Two minutes of looking again: asking is a use of the session, and must not keep it open for ever. */
const MOST_LOOKS = 24;

export const documentQuery = (personId: string, docId: string) =>
  queryOptions({
    queryKey: ['person', personId, 'documents', 'one', docId, language()],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/insured-persons/{personId}/documents/{docId}', {
          params: { path: { personId, docId } },
          signal,
        }),
      ),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.progress === 'being-checked' && state.dataUpdateCount < MOST_LOOKS ? LOOK_AGAIN_MS : false,
  });

export interface Submission {
  category: DocumentCategory;
  uploadIds: string[];
  fields: Record<string, string | number | boolean>;
}

/** @param key the same for every try of one submission, so that it arrives once */
export async function submitDocument(
  queryClient: QueryClient,
  personId: string,
  body: Submission,
  key: string,
): Promise<SubmittedDocument> {
  const document = await answerOf(
    api.POST('/api/v1/insured-persons/{personId}/documents', {
      params: { path: { personId } },
      headers: { 'Idempotency-Key': key },
      body,
    }),
  );
  void queryClient.invalidateQueries({ queryKey: ['person', personId, 'documents'] });
  return document;
}

export async function keepPrivate(
  queryClient: QueryClient,
  personId: string,
  docId: string,
  isPrivate: boolean,
): Promise<void> {
  await answerOf(
    api.PATCH('/api/v1/insured-persons/{personId}/documents/{docId}', {
      params: { path: { personId, docId } },
      body: { private: isPrivate },
    }),
  );
  await queryClient.invalidateQueries({ queryKey: ['person', personId, 'documents'] });
}
