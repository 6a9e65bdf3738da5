import { navigate } from 'wouter/use-browser-location';
import { startDraft } from '../features/setup/setup-draft';
import { takeEntryLink } from './entry-link';

const paths = { code: '/einrichten/code', transfer: '/geraet', device: '/konten' } as const;
let wanted: string | null = null;

/** Whose requests a link was about. */
export function wantedDevice(): string | null {
  return wanted;
}

function receive(): void {
  const link = takeEntryLink();
  if (!link) return;
  if (link.kind === 'device') wanted = link.deviceId;
  else startDraft(link);
  navigate(paths[link.kind], { replace: true });
}

/** Links into the app: at the start and while it is open. */
export function receiveEntryLinks(): void {
  receive();
  addEventListener('hashchange', receive);
}

/** Whoever opens a hint wants to see what waits; whoever is deciding is not disturbed. */
export function followHints(): void {
  navigator.serviceWorker?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data === 'hint-opened' && !location.pathname.startsWith('/freigabe/')) navigate('/');
  });
}
