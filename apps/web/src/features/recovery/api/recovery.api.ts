import { answerOf, api } from '@of/api-client';

export type ResetChannel = 'email' | 'mobile' | 'post';

/** Orders a code for a new password. The answer is the same whether anybody has this user name or not. */
export async function requestReset(username: string, channel: ResetChannel): Promise<void> {
  await answerOf(api.POST('/api/v1/password-resets', { body: { username, channel } }));
}

export async function completeReset(body: { username: string; code: string; newPassword: string }): Promise<void> {
  await answerOf(api.POST('/api/v1/password-resets/completion', { body }));
}

/** Brings back the e-mail address that counted before; everybody is logged out. */
export async function undoEmailChange(token: string): Promise<void> {
  await answerOf(api.POST('/api/v1/email-changes/{token}/undo', { params: { path: { token } } }));
}
