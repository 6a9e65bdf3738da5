import { hintOf } from './hint';
import { shellAnswer } from './shell-rule';

/** What this file uses of the service worker's world; the compiler knows the page's world here. */
interface WorkerScope {
  readonly location: Location;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(query: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly OpenWindow[]>;
    openWindow(url: string): Promise<unknown>;
  };
  readonly registration: ServiceWorkerRegistration;
  skipWaiting(): Promise<void>;
  addEventListener(type: string, listener: (event: WorkerEvent) => void): void;
}
interface OpenWindow {
  readonly focused: boolean;
  focus(): Promise<unknown>;
  postMessage(message: string): void;
}
interface WorkerEvent {
  waitUntil(work: Promise<unknown>): void;
  respondWith(answer: Promise<Response>): void;
  readonly request: Request;
  readonly data: unknown;
  readonly notification: Notification;
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

worker.addEventListener('push', (event) => {
  const data = event.data as { text(): string } | null;
  const { title, ...options } = hintOf(data?.text(), navigator.languages);
  event.waitUntil(worker.registration.showNotification(title, { ...options, icon: '/icon-192.png' }));
});

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openApp());
});

worker.addEventListener('pushsubscriptionchange', (event) => {
  event.waitUntil(renewSubscription());
});

/** What is open comes to the front and shows what waits; otherwise the app is opened there. */
async function openApp(): Promise<void> {
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const [open] = [...windows].sort((a, b) => Number(b.focused) - Number(a.focused));
  if (!open) return void (await worker.clients.openWindow(PAGE));
  open.postMessage('hint-opened');
  await open.focus();
}

/**
 * The browser gave up its subscription. The account that is open gets the new one at once; others, and a session that has
 * ended, when they are opened next.
 */
async function renewSubscription(): Promise<void> {
  const address = '/api/v1/device/push-subscription';
  const answer = await fetch(address);
  if (!answer.ok) return;
  const { isOn, publicKey } = (await answer.json()) as { isOn: boolean; publicKey: string };
  if (!isOn) return;
  const options = { userVisibleOnly: true, applicationServerKey: publicKey };
  const subscription = await worker.registration.pushManager.subscribe(options);
  const headers = { 'content-type': 'application/json' };
  await fetch(address, { method: 'PUT', headers, body: JSON.stringify(subscription) });
}

async function fromShell(request: Request | string): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(request)) ?? fetch(request);
}
