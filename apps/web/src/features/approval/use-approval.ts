import { useEffect, useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Approval } from '@of/api-client';
import { approvalQuery, eventsAddress } from './api/approval.api';

const POLL_MS = 3_000;

/**
 * An approval, up to date: by the server's events, and by asking every three seconds while there are none. A reload or a
 * second tab sees the same, because the server holds the truth.
 */
export function useApproval(first: Approval): Approval {
  const queryClient = useQueryClient();
  const [isStreaming, setIsStreaming] = useState(false);
  const { id } = first;
  const { data } = useQuery({
    ...approvalQuery(id),
    initialData: first,
    staleTime: POLL_MS,
    refetchInterval: ({ state }) => (isStreaming || state.data?.status !== 'pending' ? false : POLL_MS),
    refetchIntervalInBackground: true,
  });
  const isPending = data.status === 'pending';
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
  return data;
}
