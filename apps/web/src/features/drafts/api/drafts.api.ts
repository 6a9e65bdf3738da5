import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { ApiProblem, answerOf, api, type Draft, type DraftName } from '@of/api-client';

const keyOf = (personId: string) => ['person', personId, 'drafts'] as const;

/** What I have begun for this person, newest first. */
export const draftsQuery = (personId: string) =>
  queryOptions({
    queryKey: [...keyOf(personId), 'list'],
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/api/v1/insured-persons/{personId}/drafts', { params: { path: { personId } }, signal })))
        .items,
    staleTime: 0,
  });

/** One draft with what was typed; null when there is none. */
export const draftQuery = (personId: string, form: DraftName) =>
  queryOptions({
    queryKey: [...keyOf(personId), form],
    queryFn: ({ signal }) => readDraft(personId, form, signal),
    staleTime: 0,
    // Another device may write before the form is opened again.
    gcTime: 0,
  });

export async function readDraft(personId: string, form: DraftName, signal?: AbortSignal): Promise<Draft | null> {
  try {
    const params = { path: { personId, form } };
    return await answerOf(api.GET('/api/v1/insured-persons/{personId}/drafts/{form}', { params, signal }));
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return null;
    throw error;
  }
}

/** @param revision the one this page knows; null: it knows of none */
export function saveDraft(
  personId: string,
  form: DraftName,
  draft: { formData: object; metadata: { version: number; returnUrl: string } },
  revision: number | null,
): Promise<Draft> {
  const header = revision === null ? { 'If-None-Match': '*' } : { 'If-Match': `"${revision}"` };
  return answerOf(
    api.PUT('/api/v1/insured-persons/{personId}/drafts/{form}', {
      params: { path: { personId, form }, header },
      body: draft as { formData: Record<string, unknown>; metadata: { version: number; returnUrl: string } },
      // The page may be on its way out.
      keepalive: true,
    }),
  );
}

export async function deleteDraft(queryClient: QueryClient, personId: string, form: DraftName): Promise<void> {
  await answerOf(
    api.DELETE('/api/v1/insured-persons/{personId}/drafts/{form}', { params: { path: { personId, form } } }),
  );
  queryClient.setQueryData(draftQuery(personId, form).queryKey, null);
  await queryClient.invalidateQueries({ queryKey: draftsQuery(personId).queryKey });
}
