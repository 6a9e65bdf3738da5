import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '@of/api-client';

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // The app comes back from the background: what it shows is asked for again.
        refetchOnWindowFocus: true,
        // One more try where the network or the server stumbled; a refusal stays a refusal.
        retry: (count, error) =>
          count < 1 && error instanceof ApiProblem && (error.status === 0 || error.status >= 500),
        retryDelay: 800,
        // Whether the phone is really offline, the call itself finds out.
        networkMode: 'always',
        refetchOnReconnect: true,
      },
    },
  });
}
