import { shellAnswer } from './shell-rule';

/** What this file uses of the service worker's world; the compiler knows the page's world here. */
interface WorkerScope {
  readonly location: Location;
  readonly clients: {
    claim(): Promise<void>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: string, listener: (event: WorkerEvent) => void): void;
}
interface WorkerEvent {
  waitUntil(work: Promise<unknown>): void;
  respondWith(answer: Promise<Response>): void;
  readonly request: Request;
  readonly data: unknown;
}

const worker = globalThis as unknown as WorkerScope;

// Both are put in when the release is built.
declare const __RELEASE__: string;
declare const __SHELL__: readonly string[];

/** One cache for each release: page and files always belong together. */
const CACHE = `shell-${__RELEASE__}`;
const FILES = __SHELL__;
const PAGE = '/';

worker.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll([PAGE, ...FILES])));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))))
      .then(() => worker.clients.claim()),
  );
});

worker.addEventListener('message', (event) => {
  if (event.data === 'activate') void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
  const answer = shellAnswer(event.request, worker.location.origin, FILES);
  if (answer === 'network') return;
  event.respondWith(fromShell(answer === 'page' ? PAGE : event.request));
});

async function fromShell(request: Request | string): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(request)) ?? fetch(request);
}
