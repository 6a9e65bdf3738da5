import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '@of/api-client';

/** Sick notes that came electronically; none while acting for somebody else. */
export const receivedSickNotesQuery = (personId: string) =>
  queryOptions({
    queryKey: ['person', personId, 'received-sick-notes'],
    queryFn: async ({ signal }) =>
      (
        await answerOf(
          api.GET('/api/v1/insured-persons/{personId}/received-sick-notes', { params: { path: { personId } }, signal }),
        )
      ).items,
  });
