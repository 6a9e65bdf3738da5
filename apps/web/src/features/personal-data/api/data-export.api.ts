import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type DataExport } from '@of/api-client';

const LOOK_AGAIN_MS = 2_000;
const isUnderWay = ({ state }: DataExport): boolean => state === 'ordered' || state === 'building';

/** My exports, the newest first; asked again while one is being made. */
export const dataExportsQuery = queryOptions({
  queryKey: ['me', 'data-exports'],
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/me/data-exports', { signal }))).items,
  staleTime: 0,
  refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? LOOK_AGAIN_MS : false),
});

export const orderDataExport = (): Promise<DataExport> => answerOf(api.POST('/api/v1/me/data-exports'));

/** Where the browser loads the file from, with the session it has. */
export const dataExportFile = (id: string): string => `/api/v1/me/data-exports/${id}/content`;
