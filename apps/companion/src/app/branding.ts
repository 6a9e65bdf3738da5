import { queryOptions, useQuery } from '@tanstack/react-query';
import { answerOf, api, type Branding } from '@of/api-client';
import { language } from '@of/i18n';

const brandingQuery = () =>
  queryOptions({
    queryKey: ['public', 'branding', language()],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/branding', { signal })),
    staleTime: Infinity,
  });

/** How the insurer presents itself; `undefined` until it is known. */
export function useBranding(): Branding | undefined {
  return useQuery(brandingQuery()).data;
}
