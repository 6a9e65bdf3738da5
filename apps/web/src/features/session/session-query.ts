import { queryOptions } from '@tanstack/react-query';
import { readSession } from './api/session.api';

/** Who is signed in. It changes by what this page does or hears, never by itself. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => readSession(signal),
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
});
