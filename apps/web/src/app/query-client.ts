import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '@of/api-client';

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        // One more try where the network or the server stumbled; a refusal stays a refusal.
        retry: (count, error) =>
          count < 1 && error instanceof ApiProblem && (error.status === 0 || error.status >= 500),
        retryDelay: 800,
      },
    },
  });
}

/** Everything that is about the person leaves the memory; public texts stay. */
export function forgetPersonalData(client: QueryClient): void {
  void client.cancelQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'public' });
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'public' && queryKey[0] !== 'session' });
  client.getMutationCache().clear();
  client.setQueryData(['session'], null);
}
