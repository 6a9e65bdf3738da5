import type { QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { listAccounts } from '../accounts/account-list';
import { dropSubscription, pushStateQuery, readPushState, storeSubscription } from './api/push.api';
import { pushAbility, subscribe, unsubscribe } from './subscription';

/** The member closed the question of the browser without an answer. */
export class PermissionDismissed extends Error {}
/** The browser or its push service could not make a subscription. */
export class SubscribingFailed extends Error {}

/** Asks the member's browser for permission, subscribes, and tells the server. Must follow a press of a button. */
export async function turnHintsOn(client: QueryClient, publicKey: string): Promise<void> {
  const permission = await Notification.requestPermission();
  if (permission === 'denied') return; // the page shows the way out
  if (permission === 'default') throw new PermissionDismissed();
  const subscription = await subscribe(publicKey).catch((cause: unknown) => {
    throw new SubscribingFailed('subscribe', { cause });
  });
  await storeSubscription(subscription);
  await client.invalidateQueries(pushStateQuery);
}

/** Other accounts on this device keep their hints: the browser's subscription is theirs, too. */
export async function turnHintsOff(client: QueryClient): Promise<void> {
  await dropSubscription();
  if (listAccounts().length <= 1) await unsubscribe().catch(() => undefined);
  await client.invalidateQueries(pushStateQuery);
}

/** Browsers renew subscriptions, servers their keys: whoever opens the app with hints on gets them from here on again. */
export async function keepHints(): Promise<void> {
  if (pushAbility() !== 'able' || Notification.permission !== 'granted') return;
  const { isOn, publicKey } = await readPushState();
  if (isOn) await storeSubscription(await subscribe(publicKey));
}

/** Takes back hints at something that was decided meanwhile, here or elsewhere. */
async function clearHints(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  for (const notification of (await registration?.getNotifications({ tag: 'approval' })) ?? []) notification.close();
}

/** @param openCount how many approvals wait; undefined while nobody knows */
export function useHints(deviceId: string | undefined, openCount: number | undefined): void {
  useEffect(() => {
    if (deviceId) void keepHints().catch(() => undefined); // the next opening tries again
  }, [deviceId]);
  useEffect(() => {
    if (openCount === 0) void clearHints().catch(() => undefined);
  }, [openCount]);
}
