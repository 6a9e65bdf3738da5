import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '@of/api-client';

export const devicesQuery = queryOptions({
  queryKey: ['me', 'devices'],
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/me/devices', { signal }))).items,
});

/** Orders a letter with a code for a new device. @returns the day by which it should be there */
export async function orderDeviceCode(password: string): Promise<string> {
  return (await answerOf(api.POST('/api/v1/me/device-codes', { body: { password } }))).letterExpectedBy;
}
