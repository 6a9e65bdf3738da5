import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type RegistrationRequest, type Session } from '@of/api-client';

/** @returns the day by which the letter should be there */
export async function register(body: RegistrationRequest): Promise<string> {
  return (await answerOf(api.POST('/api/v1/registrations', { body }))).letterExpectedBy;
}

export function activate(code: string): Promise<Session> {
  return answerOf(api.POST('/api/v1/session/activation', { body: { code } }));
}

/** @returns the day by which the new letter should be there */
export async function orderActivationLetter(): Promise<string> {
  return (await answerOf(api.POST('/api/v1/session/activation-letter'))).letterExpectedBy;
}

export const lettersQuery = queryOptions({
  queryKey: ['me', 'letters'],
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/me/letters', { signal }))).items,
});
