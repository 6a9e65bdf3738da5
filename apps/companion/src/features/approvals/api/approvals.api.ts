import type { AuthenticationResponseJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, ApiProblem } from '@of/api-client';

const listOpen = (signal?: AbortSignal) => answerOf(api.GET('/api/v1/device/approvals', { signal }));

export type DeviceApproval = Awaited<ReturnType<typeof listOpen>>['items'][number];

export const EVENTS_PATH = '/api/v1/device/events';

export const openApprovalsQuery = queryOptions({
  queryKey: ['device', 'approvals'],
  queryFn: async ({ signal }): Promise<DeviceApproval[]> => (await listOpen(signal)).items,
  staleTime: 0,
});

export const historyQuery = queryOptions({
  queryKey: ['device', 'history'],
  queryFn: async ({ signal }): Promise<DeviceApproval[]> =>
    (await answerOf(api.GET('/api/v1/device/approvals/history', { signal }))).items,
  staleTime: 0,
});

const at = (id: string) => ({ params: { path: { id } } });

export async function startRelease(id: string): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const options = await answerOf(api.POST('/api/v1/device/approvals/{id}/options', at(id)));
  return options as unknown as PublicKeyCredentialRequestOptionsJSON;
}

export const release = (id: string, matchNumber: string, credential: AuthenticationResponseJSON) =>
  answerOf(
    api.POST('/api/v1/device/approvals/{id}/decision', {
      ...at(id),
      body: { decision: 'approve', matchNumber, credential: { ...credential } },
    }),
  );

/**
 * Tells that a wrong number was chosen: the server counts.
 * @returns how many tries are left; after the last one the request is refused
 */
export async function tellWrongNumber(id: string, matchNumber: string): Promise<number> {
  const body = { decision: 'approve', matchNumber } as const;
  try {
    await answerOf(api.POST('/api/v1/device/approvals/{id}/decision', { ...at(id), body }));
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.code !== 'match-number-wrong') throw error;
    return error.extra.attemptsLeft ?? 0;
  }
  return 0;
}

export const refuse = (id: string, matchNumber: string, reason?: 'not-me') =>
  answerOf(
    api.POST('/api/v1/device/approvals/{id}/decision', {
      ...at(id),
      body: { decision: 'decline', matchNumber, ...(reason && { reason }) },
    }),
  );
