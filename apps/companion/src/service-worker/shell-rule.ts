/** What the service worker does with a request. */
export type ShellAnswer = 'page' | 'file' | 'network';

/**
 * Only the shell comes from the cache: the one page, and files whose name carries their hash. Everything that the API
 * answers, or that somebody writes, goes to the network and leaves no trace here.
 */
export function shellAnswer(
  request: { method: string; mode: string; url: string },
  origin: string,
  files: readonly string[],
): ShellAnswer {
  const { origin: asked, pathname } = new URL(request.url);
  if (request.method !== 'GET' || asked !== origin || isApi(pathname)) return 'network';
  if (files.includes(pathname)) return 'file';
  return request.mode === 'navigate' && !/\.[a-z0-9]{2,11}$/i.test(pathname) ? 'page' : 'network';
}

/** The same paths that the API keeps for itself. */
function isApi(path: string): boolean {
  return /^\/(api|openapi|docs|health|metrics|oauth|problems|ops)(\/|$)/.test(path);
}
