import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '@of/api-client';

export const meQuery = queryOptions({
  queryKey: ['me', 'data'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/me', { signal })),
});

/** Until when the account is open, once cover has ended. */
export const accountQuery = queryOptions({
  queryKey: ['me', 'account'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/me/account', { signal })),
});

export async function nameEmail(email: string, password: string): Promise<void> {
  await answerOf(api.PUT('/api/v1/me/email', { body: { email, password } }));
}

/** `null`: no mobile phone, post instead. */
export async function nameMobile(mobile: string | null, password: string): Promise<void> {
  await answerOf(api.PUT('/api/v1/me/mobile', { body: { mobile, password } }));
}

export async function confirmEmail(code: string): Promise<void> {
  await answerOf(api.POST('/api/v1/me/email/verification', { body: { code } }));
}

export async function confirmMobile(code: string): Promise<void> {
  await answerOf(api.POST('/api/v1/me/mobile/verification', { body: { code } }));
}
