import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '@of/api-client';

/** For whom I may act today, myself first. */
export const familyQuery = queryOptions({
  queryKey: ['me', 'family'],
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/me/family', { signal }))).items,
});

/** What the insurer holds about a person. */
export const personQuery = (personId: string) =>
  queryOptions({
    queryKey: ['person', personId, 'data'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/insured-persons/{personId}', { params: { path: { personId } }, signal })),
  });

/** The home page of a person, in one call. */
export const overviewQuery = (personId: string) =>
  queryOptions({
    queryKey: ['person', personId, 'overview'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/insured-persons/{personId}/overview', { params: { path: { personId } }, signal })),
    staleTime: 0,
  });
