import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type AddressChange, type Approval } from '@of/api-client';
import { language } from '@of/i18n';

export const meQuery = queryOptions({
  queryKey: ['me', 'data'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/me', { signal })),
});

/** Until when the account is open, once cover has ended. */
export const accountQuery = queryOptions({
  queryKey: ['me', 'account'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/me/account', { signal })),
});

/** What I changed, with the reference of each. */
export const changesQuery = queryOptions({
  queryKey: ['me', 'changes'],
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/me/changes', { signal }))).items,
  staleTime: 0,
});

/** Who did what with my data, page by page. */
export const accessLogQuery = () =>
  infiniteQueryOptions({
    queryKey: ['me', 'access-log', language()],
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/api/v1/me/access-log', {
          params: { query: pageParam === null ? {} : { cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 0,
  });

export function changeAddress(body: AddressChange): Promise<Approval> {
  return answerOf(api.PUT('/api/v1/me/address', { body }));
}

export function changeBankAccount(body: { iban: string; accountHolder: string }): Promise<Approval> {
  return answerOf(api.PUT('/api/v1/me/bank-account', { body }));
}

/** `null`: no landline. */
export async function changePhone(phone: string | null): Promise<void> {
  await answerOf(api.PUT('/api/v1/me/phone', { body: { phone } }));
}

/** What waits for its release on a device; null: the code is on its way at once. */
const approvalIn = (answer: object | undefined): Approval | null =>
  answer && 'matchNumber' in answer ? (answer as Approval) : null;

export async function nameEmail(email: string, password: string): Promise<Approval | null> {
  return approvalIn(await answerOf(api.PUT('/api/v1/me/email', { body: { email, password } })));
}

/** `null`: no mobile phone, post instead. */
export async function nameMobile(mobile: string | null, password: string): Promise<Approval | null> {
  return approvalIn(await answerOf(api.PUT('/api/v1/me/mobile', { body: { mobile, password } })));
}

export async function confirmEmail(code: string): Promise<void> {
  await answerOf(api.POST('/api/v1/me/email/verification', { body: { code } }));
}

export async function confirmMobile(code: string): Promise<void> {
  await answerOf(api.POST('/api/v1/me/mobile/verification', { body: { code } }));
}
