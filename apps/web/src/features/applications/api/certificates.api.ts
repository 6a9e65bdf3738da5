import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { answerOf, api, type Certificate, type CertificateOrder } from '@of/api-client';

export const certificatesQuery = (personId: string) =>
  infiniteQueryOptions({
    queryKey: ['person', personId, 'certificates'],
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/api/v1/insured-persons/{personId}/certificates', {
          params: { path: { personId }, query: pageParam === null ? {} : { cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 0,
  });

/** @param key the same for every try of one order, so that it is issued once */
export async function orderCertificate(
  queryClient: QueryClient,
  personId: string,
  body: CertificateOrder,
  key: string,
): Promise<Certificate> {
  const certificate = await answerOf(
    api.POST('/api/v1/insured-persons/{personId}/certificates', {
      params: { path: { personId } },
      headers: { 'Idempotency-Key': key },
      body,
    }),
  );
  void queryClient.invalidateQueries({ queryKey: ['person', personId, 'certificates'] });
  return certificate;
}

/** What anybody may know about a certificate or a receipt. */
export const verificationQuery = (code: string) =>
  queryOptions({
    queryKey: ['verification', code],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/verifications/{code}', { params: { path: { code } }, signal })),
    staleTime: 0,
    retry: false,
  });
