import type { AuthenticationResponseJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import { answerOf, api } from '@of/api-client';

export const readSession = (signal?: AbortSignal) => answerOf(api.GET('/api/v1/device/session', { signal }));

/** Whose device this is. */
export type DeviceSession = Awaited<ReturnType<typeof readSession>>;

/** @param deviceId which account; null: whichever key the member chooses */
export async function startSession(
  deviceId: string | null,
): Promise<{ challengeId: string; publicKey: PublicKeyCredentialRequestOptionsJSON }> {
  const body = deviceId === null ? {} : { deviceId };
  const { challengeId, publicKey } = await answerOf(api.POST('/api/v1/device/session-options', { body }));
  return { challengeId, publicKey: publicKey as unknown as PublicKeyCredentialRequestOptionsJSON };
}

export const openSession = (challengeId: string, credential: AuthenticationResponseJSON) =>
  answerOf(api.POST('/api/v1/device/session', { body: { challengeId, credential: { ...credential } } }));

export const closeSession = () => answerOf(api.DELETE('/api/v1/device/session'));
