import { useEffect, useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Approval } from '@of/api-client';
import { approvalQuery, eventsAddress } from './api/approval.api';

const POLL_MS = 3_000;

/**
 * An approval, up to date: by the server's events, and by asking every three seconds while there are none. A reload or a
 * second tab sees the same, because the server holds the truth.
 * @param first what is known already
 */
export function useApproval(id: string, first?: Approval): { approval: Approval | undefined; error: unknown } {
  const queryClient = useQueryClient();
  const [isStreaming, setIsStreaming] = useState(false);
  const { data: approval, error } = useQuery({
    ...approvalQuery(id),
    initialData: first,
    staleTime: POLL_MS,
    refetchInterval: ({ state }) => (isStreaming || state.data?.status !== 'pending' ? false : POLL_MS),
    refetchIntervalInBackground: true,
  });
  const isPending = approval?.status === 'pending';
  useEffect(() => {
    if (!isPending) return;
    const source = new EventSource(eventsAddress(id));
    source.addEventListener('open', () => setIsStreaming(true));
    source.addEventListener('error', () => setIsStreaming(false));
    source.addEventListener('approval', (event) =>
      queryClient.setQueryData(approvalQuery(id).queryKey, JSON.parse(String(event.data)) as Approval),
    );
    return () => source.close();
  }, [id, isPending, queryClient]);
  return { approval, error };
}
