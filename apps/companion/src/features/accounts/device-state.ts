import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import { startAuthentication } from '@simplewebauthn/browser';
import { ApiProblem, observeAnswers } from '@of/api-client';
import { turnHintsOff } from '../push/hints';
import { forgetAccount, rememberAccount } from './account-list';
import { closeSession, openSession, readSession, startSession, type DeviceSession } from './api/session.api';

/** Refusals that no unlocking helps against. */
const blocks = ['device-suspended', 'device-removed', 'account-locked'] as const;
export type Block = (typeof blocks)[number];

export type DeviceState =
  { kind: 'open'; session: DeviceSession } | { kind: 'closed' } | { kind: 'blocked'; block: Block };

export function blockOf(error: unknown): Block | null {
  return error instanceof ApiProblem ? (blocks.find((block) => block === error.code) ?? null) : null;
}

export const deviceStateQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<DeviceState> => {
    try {
      return opened(await readSession(signal));
    } catch (error) {
      const block = blockOf(error);
      if (block) return { kind: 'blocked', block };
      if (error instanceof ApiProblem && error.status === 401) return { kind: 'closed' };
      throw error;
    }
  },
  staleTime: Infinity,
  refetchOnWindowFocus: false,
  // Without an answer nothing can be shown: it is asked for until there is one.
  refetchInterval: ({ state }) => (state.status === 'error' ? 5000 : false),
});

/** Who is here, and nobody without an open session. */
export function useSession(): DeviceSession | null {
  const state = useQuery(deviceStateQuery).data;
  return state?.kind === 'open' ? state.session : null;
}

/** The name may have been changed in the portal since. */
function opened(session: DeviceSession): DeviceState {
  const { deviceId, givenName, name } = session;
  rememberAccount({ deviceId, givenName, deviceName: name });
  return { kind: 'open', session };
}

/** A call was refused because the session is over or the device is blocked: ask how things are. */
export function watchDeviceState(client: QueryClient): void {
  observeAnswers(({ status, code }) => {
    const state = client.getQueryData(deviceStateQuery.queryKey);
    const isOver = status === 401 && code !== 'login-failed';
    if (isOver && state?.kind === 'open') void client.invalidateQueries(deviceStateQuery);
  });
}

/** Another account, or none: nothing of the one before stays on the screen. */
export function takeOver(client: QueryClient, session: DeviceSession | null): void {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] === 'device' });
  client.setQueryData(deviceStateQuery.queryKey, session ? opened(session) : { kind: 'closed' });
}

/** Opens an account with its key. @throws ApiProblem, or the browser's refusal */
export async function openAccount(client: QueryClient, deviceId: string | null): Promise<void> {
  const { challengeId, publicKey } = await startSession(deviceId);
  const credential = await startAuthentication({ optionsJSON: publicKey });
  takeOver(client, await openSession(challengeId, credential));
}

/** Ends the session; without the server's answer the phone stays signed in, and the page says so. */
export async function signOut(client: QueryClient): Promise<void> {
  await closeSession();
  takeOver(client, null);
}

/** Takes the open account from this device; hints at it would name what is not here any more. */
export async function leaveAccount(client: QueryClient, deviceId: string): Promise<void> {
  await turnHintsOff(client);
  await closeSession();
  forgetAccount(deviceId);
  takeOver(client, null);
}
