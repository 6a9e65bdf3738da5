import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '@of/api-client';

/** What may be uploaded: one set of limits, shown before choosing. */
export const uploadLimitsQuery = queryOptions({
  queryKey: ['me', 'upload-limits'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/uploads/limits', { signal })),
  staleTime: Infinity,
});

/** Finished uploads that wait to be sent, e.g. photos from the member's smartphone. */
export const waitingUploadsQuery = queryOptions({
  queryKey: ['me', 'waiting-uploads'],
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/uploads', { signal }))).items,
  staleTime: 0,
});

/** What became of one upload. */
export const readUpload = (uploadId: string) =>
  answerOf(api.GET('/api/v1/uploads/{uploadId}', { params: { path: { uploadId } } }));
