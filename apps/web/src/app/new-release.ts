const KEY = 'of.reloaded';
const PAUSE_MS = 30_000;

/**
 * After a new release the files of the old one are gone: a page that was open then loads the new one, once. Where that
 * does not help, the problem page speaks.
 */
export function reloadAfterNewRelease(): void {
  addEventListener('vite:preloadError', (event) => {
    try {
      const last = Number(sessionStorage.getItem(KEY) ?? 0);
      if (Date.now() - last < PAUSE_MS) return;
      sessionStorage.setItem(KEY, String(Date.now()));
    } catch {
      return; // without a memory it might reload for ever
    }
    event.preventDefault();
    location.reload();
  });
}
