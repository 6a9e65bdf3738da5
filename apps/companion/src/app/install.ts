import { useSyncExternalStore } from 'react';

/** Chromium's offer to install the page, which can be used once. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

let offer: InstallPrompt | null = null;
const listeners = new Set<() => void>();

function publish(next: InstallPrompt | null): void {
  offer = next;
  for (const listener of listeners) listener();
}

/** The browser makes its offer early; it is kept until somebody wants it. */
export function keepInstallPrompt(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    publish(event as InstallPrompt);
  });
  addEventListener('appinstalled', () => publish(null));
}

export function useInstallOffer(): (() => void) | null {
  const current = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => offer,
  );
  if (!current) return null;
  return () => {
    publish(null);
    void current.prompt();
  };
}

export function isInstalled(): boolean {
  const { standalone } = navigator as Navigator & { standalone?: boolean };
  return standalone === true || matchMedia('(display-mode: standalone)').matches;
}

/** iPads tell of themselves as Macs with a touch screen. */
export function isAppleTouch({ userAgent, maxTouchPoints } = navigator): boolean {
  return /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
}
