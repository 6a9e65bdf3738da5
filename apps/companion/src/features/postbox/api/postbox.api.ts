import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '@of/api-client';

const me = { personId: 'me' } as const;

/** What the insurer sent to the owner of this device, page by page. */
export const postboxQuery = infiniteQueryOptions({
  queryKey: ['device', 'postbox', 'list'],
  queryFn: ({ pageParam, signal }) =>
    answerOf(
      api.GET('/api/v1/insured-persons/{personId}/postbox', {
        params: { path: me, query: pageParam === null ? {} : { cursor: pageParam } },
        signal,
      }),
    ),
  initialPageParam: null as string | null,
  getNextPageParam: ({ nextCursor }) => nextCursor,
  staleTime: 0,
});

export const postQuery = (itemId: string) =>
  queryOptions({
    queryKey: ['device', 'postbox', 'item', itemId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/insured-persons/{personId}/postbox/{itemId}', {
          params: { path: { ...me, itemId } },
          signal,
        }),
      ),
    staleTime: 0,
  });

export const unreadPostQuery = queryOptions({
  queryKey: ['device', 'postbox', 'unread'],
  queryFn: async ({ signal }) =>
    (await answerOf(api.GET('/api/v1/insured-persons/{personId}/postbox/unread', { params: { path: me }, signal })))
      .count,
  staleTime: 60_000,
});

export async function markPostRead(itemId: string): Promise<void> {
  await answerOf(
    api.POST('/api/v1/insured-persons/{personId}/postbox/{itemId}/read', { params: { path: { ...me, itemId } } }),
  );
}

export const pdfOf = (itemId: string): string => `/api/v1/insured-persons/me/postbox/${itemId}/content`;
