import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '@of/api-client';

/** Days of child sickness benefit in this year. */
export const childSicknessDaysQuery = (personId: string) =>
  queryOptions({
    queryKey: ['person', personId, 'documents', 'child-sickness-days'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/insured-persons/{personId}/child-sickness-days', { params: { path: { personId } }, signal }),
      ),
    staleTime: 0,
  });
