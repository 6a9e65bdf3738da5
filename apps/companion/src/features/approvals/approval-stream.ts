import { useEffect } from 'react';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { EVENTS_PATH, openApprovalsQuery, type DeviceApproval } from './api/approvals.api';

const POLL_MS = 3000;
const REOPEN_MS = 30_000;

/** Keeps the open approvals up to date: by the server's events, and by asking as long as these do not come through. */
export function followApprovals(client: QueryClient): () => void {
  let source: EventSource | null = null;
  let polling: ReturnType<typeof setInterval> | undefined;
  let reopening: ReturnType<typeof setTimeout> | undefined;
  const ask = () => void client.invalidateQueries(openApprovalsQuery);

  function stopPolling(): void {
    clearInterval(polling);
    polling = undefined;
  }

  function open(): void {
    clearTimeout(reopening);
    source?.close();
    source = new EventSource(EVENTS_PATH);
    source.addEventListener('open', stopPolling);
    source.addEventListener('approvals', ({ data }: MessageEvent<string>) => {
      stopPolling();
      const { items } = JSON.parse(data) as { items: DeviceApproval[] };
      client.setQueryData(openApprovalsQuery.queryKey, items);
    });
    source.addEventListener('error', () => {
      polling ??= setInterval(ask, POLL_MS);
      // A lost connection comes back by itself; a refused one has to be opened again.
      if (source?.readyState === EventSource.CLOSED) reopening = setTimeout(open, REOPEN_MS);
    });
  }

  /** Phones stop streams in the background without telling anybody. */
  function comeBack(): void {
    if (document.visibilityState !== 'visible') return;
    ask();
    if (source?.readyState === EventSource.CLOSED) open();
  }

  open();
  document.addEventListener('visibilitychange', comeBack);
  addEventListener('online', comeBack);
  return () => {
    source?.close();
    stopPolling();
    clearTimeout(reopening);
    document.removeEventListener('visibilitychange', comeBack);
    removeEventListener('online', comeBack);
  };
}

export function useApprovalStream(deviceId: string | undefined): void {
  const client = useQueryClient();
  useEffect(() => (deviceId ? followApprovals(client) : undefined), [client, deviceId]);
}
