import type { PublicKeyCredentialCreationOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/browser';
import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '@of/api-client';
import type { DeviceSession } from '../../accounts/api/session.api';

/** Checks user name, password and code, and keeps the code for this phone. */
export async function startBinding(username: string, password: string, code: string) {
  const answer = await answerOf(api.POST('/api/v1/devices/binding-options', { body: { username, password, code } }));
  return {
    bindingId: answer.bindingId,
    publicKey: answer.publicKey as unknown as PublicKeyCredentialCreationOptionsJSON,
  };
}

export async function bindDevice(
  bindingId: string,
  name: string,
  credential: RegistrationResponseJSON,
): Promise<DeviceSession> {
  const body = { bindingId, name, credential: { ...credential } };
  return (await answerOf(api.POST('/api/v1/devices', { body }))) as DeviceSession;
}

export async function startTransfer(transferId: string): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { publicKey } = await answerOf(api.POST('/api/v1/devices/transfer-options', { body: { transferId } }));
  return publicKey as unknown as PublicKeyCredentialCreationOptionsJSON;
}

/** The first device of an account is bound at once; any other waits until the old one has released it. */
export const registerForTransfer = (transferId: string, name: string, credential: RegistrationResponseJSON) =>
  answerOf(api.POST('/api/v1/devices', { body: { transferId, name, credential: { ...credential } } }));

/** A key that waits for the old device, which shows the same number. */
export type WaitingDevice = Extract<Awaited<ReturnType<typeof registerForTransfer>>, { matchNumber: string }>;

const POLL_MS = 2500;

export const transferQuery = (transferId: string) =>
  queryOptions({
    queryKey: ['transfer', transferId],
    queryFn: async ({ signal }) => {
      const path = { transferId };
      return (await answerOf(api.GET('/api/v1/devices/transfers/{transferId}', { params: { path }, signal }))).status;
    },
    refetchInterval: ({ state }) => (state.data === undefined || state.data === 'pending' ? POLL_MS : false),
    // The member looks at the old device meanwhile.
    refetchIntervalInBackground: true,
    staleTime: 0,
  });
