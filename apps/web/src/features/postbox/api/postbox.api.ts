import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type PostKind } from '@of/api-client';

/** What of a postbox is shown. */
export interface PostboxFilter {
  query?: string;
  unread?: true;
  year?: number;
  kind?: PostKind;
}

/** Everything that is known about a person's post, for forgetting it when something changed. */
export const postboxKey = (personId: string) => ['person', personId, 'postbox'] as const;

export const postboxQuery = (personId: string, filter: PostboxFilter) =>
  infiniteQueryOptions({
    queryKey: [...postboxKey(personId), 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/api/v1/insured-persons/{personId}/postbox', {
          params: { path: { personId }, query: { ...filter, ...(pageParam === null ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 0,
  });

/** Counted up to ten; also without a second factor. */
export const unreadPostQuery = (personId: string) =>
  queryOptions({
    queryKey: [...postboxKey(personId), 'unread'],
    queryFn: async ({ signal }) =>
      (
        await answerOf(
          api.GET('/api/v1/insured-persons/{personId}/postbox/unread', { params: { path: { personId } }, signal }),
        )
      ).count,
    staleTime: 60_000,
  });

export const postQuery = (personId: string, itemId: string) =>
  queryOptions({
    queryKey: [...postboxKey(personId), 'item', itemId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/insured-persons/{personId}/postbox/{itemId}', {
          params: { path: { personId, itemId } },
          signal,
        }),
      ),
    staleTime: 0,
  });

export async function markPost(personId: string, itemId: string, isRead: boolean): Promise<void> {
  const params = { path: { personId, itemId } };
  await answerOf(
    isRead
      ? api.POST('/api/v1/insured-persons/{personId}/postbox/{itemId}/read', { params })
      : api.POST('/api/v1/insured-persons/{personId}/postbox/{itemId}/unread', { params }),
  );
}

export async function keepPostPrivate(personId: string, itemId: string, isPrivate: boolean): Promise<void> {
  await answerOf(
    api.PUT('/api/v1/insured-persons/{personId}/postbox/{itemId}/privacy', {
      params: { path: { personId, itemId } },
      body: { isPrivate },
    }),
  );
}

/** Where the browser loads files from, with the session it has. */
export const pdfOf = (personId: string, itemId: string): string =>
  `/api/v1/insured-persons/${personId}/postbox/${itemId}/content`;
export const archiveOf = (personId: string): string => `/api/v1/insured-persons/${personId}/postbox.zip`;
