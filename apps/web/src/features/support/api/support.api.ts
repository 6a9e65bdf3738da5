import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '@of/api-client';
import { language } from '@of/i18n';

export const faqsQuery = (query: string) =>
  queryOptions({
    queryKey: ['public', 'faqs', language(), query],
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/api/v1/faqs', { params: { query: query ? { query } : {} }, signal }))).groups,
    staleTime: 300_000,
  });
