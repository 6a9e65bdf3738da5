import { queryOptions, useQuery } from '@tanstack/react-query';
import { answerOf, api, type Branding } from '@of/api-client';
import { language } from '@of/i18n';

const storageKey = () => `of.branding.${language()}`;

/** The last answer, so that a second visit does not wait for the insurer's name. It is public. */
function stored(): Branding | undefined {
  try {
    return (JSON.parse(localStorage.getItem(storageKey()) ?? 'null') as Branding | null) ?? undefined;
  } catch {
    return undefined;
  }
}

export const brandingQuery = () =>
  queryOptions({
    queryKey: ['public', 'branding', language()],
    queryFn: async ({ signal }) => {
      const branding = await answerOf(api.GET('/api/v1/branding', { signal }));
      try {
        localStorage.setItem(storageKey(), JSON.stringify(branding));
      } catch {
        // it is only there to be quick
      }
      return branding;
    },
    staleTime: 300_000,
    placeholderData: stored(),
  });

/** How the insurer presents itself; `undefined` until it is known. */
export function useBranding(): Branding | undefined {
  return useQuery(brandingQuery()).data;
}
