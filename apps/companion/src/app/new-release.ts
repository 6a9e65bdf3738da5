import { useSyncExternalStore } from 'react';

let waiting: ServiceWorker | null = null;
const listeners = new Set<() => void>();

function announce(worker: ServiceWorker | null): void {
  waiting = worker;
  for (const listener of listeners) listener();
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** The pages' policy accepts the address of a script only from a named policy; this one knows a single address. */
function workerAddress(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const only = () => '/sw.js';
  return trustedTypes
    ? trustedTypes.createPolicy('service-worker', { createScriptURL: only }).createScriptURL('')
    : only();
}

/** Installs the shell on the phone, and notices when a newer one is ready. */
export async function watchReleases(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const isFirst = navigator.serviceWorker.controller === null;
  const registration = await navigator.serviceWorker.register(workerAddress(), { updateViaCache: 'none' });
  const notice = () => {
    if (registration.waiting && navigator.serviceWorker.controller) announce(registration.waiting);
  };
  notice();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', notice);
  });
  if (!isFirst) navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void registration.update().catch(() => undefined);
  });
}

/** The new release takes over; the page loads again as soon as it has. */
export function startNewRelease(): void {
  waiting?.postMessage('activate');
}

export function useIsOutdated(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => waiting !== null,
  );
}
