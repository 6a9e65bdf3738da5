import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '@of/api-client';

const path = '/api/v1/device/push-subscription';

export const readPushState = (signal?: AbortSignal) => answerOf(api.GET(path, { signal }));

/** Whether this device gets hints, and the key to subscribe with. */
export type PushState = Awaited<ReturnType<typeof readPushState>>;

export const pushStateQuery = queryOptions({
  queryKey: ['device', 'push'],
  queryFn: ({ signal }) => readPushState(signal),
  staleTime: 0,
});

/** @throws Error when the browser gave a subscription without keys */
export async function storeSubscription(subscription: PushSubscription): Promise<void> {
  const { endpoint, expirationTime, keys } = subscription.toJSON();
  if (!endpoint || !keys?.['p256dh'] || !keys['auth']) throw new Error('a subscription without keys');
  const body = {
    endpoint,
    expirationTime: expirationTime ?? null,
    keys: { p256dh: keys['p256dh'], auth: keys['auth'] },
  };
  await answerOf(api.PUT(path, { body }));
}

export const dropSubscription = () => answerOf(api.DELETE(path));
