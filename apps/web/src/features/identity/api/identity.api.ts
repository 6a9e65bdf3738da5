import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Approval } from '@of/api-client';

export async function changePassword(currentPassword: string, newPassword: string): Promise<void> {
  await answerOf(api.PUT('/api/v1/me/password', { body: { currentPassword, newPassword } }));
}

export const sessionsQuery = queryOptions({
  queryKey: ['me', 'sessions'],
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/me/sessions', { signal }))).items,
});

export async function endSession(id: string): Promise<void> {
  await answerOf(api.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id } } }));
}

/** Gives the account up. @returns what waits for its release on a device; null when the account is gone */
export async function deleteAccount(password: string): Promise<Approval | null> {
  return (await answerOf(api.DELETE('/api/v1/me/account', { body: { password } }))) ?? null;
}
