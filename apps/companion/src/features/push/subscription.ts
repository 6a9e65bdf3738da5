import { isAppleTouch, isInstalled } from '../../app/install';

/** What this browser can do about hints. `home-screen`: nothing before the app was installed. */
export type PushAbility = 'unsupported' | 'home-screen' | 'denied' | 'able';

export function pushAbility(): PushAbility {
  if ('serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis) {
    return Notification.permission === 'denied' ? 'denied' : 'able';
  }
  return isAppleTouch() && !isInstalled() ? 'home-screen' : 'unsupported';
}

const READY_MS = 10_000;

/** The installed service worker; it may still be installing at the first visit. */
async function installedWorker(): Promise<ServiceWorkerRegistration> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('no service worker')), READY_MS);
  });
  return Promise.race([navigator.serviceWorker.ready, late]);
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64url.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0));
}

function isMadeFor(subscription: PushSubscription, key: Uint8Array): boolean {
  const made = subscription.options.applicationServerKey;
  return made !== null && String(new Uint8Array(made)) === String(key);
}

/**
 * The browser's one subscription, which all accounts on this device share. One for a former key of the server is worth
 * nothing and makes room for a new one.
 * @throws DOMException when the browser or its push service refuses
 */
export async function subscribe(publicKey: string): Promise<PushSubscription> {
  const { pushManager } = await installedWorker();
  const applicationServerKey = bytesOf(publicKey);
  const present = await pushManager.getSubscription();
  if (present && isMadeFor(present, applicationServerKey)) return present;
  await present?.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
}

export async function unsubscribe(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  const present = await registration?.pushManager.getSubscription();
  await present?.unsubscribe();
}

/** Whether this browser shows what the server sends. */
export async function isSubscribed(): Promise<boolean> {
  const registration = await navigator.serviceWorker.getRegistration();
  return Boolean(await registration?.pushManager.getSubscription());
}
