import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Approval, type DeviceTransfer } from '@of/api-client';

const POLL_MS = 2_000;

export const devicesQuery = queryOptions({
  queryKey: ['me', 'devices'],
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/me/devices', { signal }))).items,
});

/** Which ways to a new device are open to this session. */
export const deviceWaysQuery = queryOptions({
  queryKey: ['me', 'device-ways'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/me/device-ways', { signal })),
  staleTime: 0,
});

/** Orders a letter with a code for a new device. @returns the day by which it should be there */
export async function orderDeviceCode(password: string): Promise<string> {
  return (await answerOf(api.POST('/api/v1/me/device-codes', { body: { password } }))).letterExpectedBy;
}

/** Begins the move to a new device; what comes back is secret. */
export function startTransfer(password: string): Promise<DeviceTransfer> {
  return answerOf(api.POST('/api/v1/me/device-transfers', { body: { password } }));
}

/** How far the new device is, asked for again until it is decided. */
export const transferQuery = (transferId: string) =>
  queryOptions({
    queryKey: ['me', 'device-transfer', transferId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/me/device-transfers/{transferId}', { params: { path: { transferId } }, signal })),
    refetchInterval: ({ state }) => (state.data && !['open', 'pending'].includes(state.data.status) ? false : POLL_MS),
    refetchIntervalInBackground: true,
    gcTime: 0,
  });

export async function renameDevice(id: string, name: string): Promise<void> {
  await answerOf(api.PATCH('/api/v1/me/devices/{id}', { params: { path: { id } }, body: { name } }));
}

/** Asks to remove a device; it stays until that was released. */
export function requestDeviceRemoval(id: string): Promise<Approval> {
  return answerOf(api.DELETE('/api/v1/me/devices/{id}', { params: { path: { id } } }));
}
