import { ApiProblem, answerOf, api, type Session } from '@of/api-client';

/** The running session, or `null`. Does not extend it. */
export async function readSession(signal?: AbortSignal): Promise<Session | null> {
  try {
    return await answerOf(api.GET('/api/v1/session', { signal }));
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null;
    throw error;
  }
}

export function logIn(body: { username: string; password: string; trustBrowser?: boolean }): Promise<Session> {
  return answerOf(api.POST('/api/v1/session', { body }));
}

export function extendSession(): Promise<Session> {
  return answerOf(api.POST('/api/v1/session/extension'));
}

export async function logOut(): Promise<void> {
  await answerOf(api.DELETE('/api/v1/session'));
}
