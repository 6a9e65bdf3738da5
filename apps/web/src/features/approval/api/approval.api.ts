import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Approval } from '@of/api-client';

/** An approval as it stands; asking does not extend the session. */
export const approvalQuery = (id: string) =>
  queryOptions({
    queryKey: ['me', 'approvals', id],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/me/approvals/{id}', { params: { path: { id } }, signal })),
    retry: false,
  });

/** Asks the member's devices again for the release of this login. */
export function requestLoginApproval(): Promise<Approval> {
  return answerOf(api.POST('/api/v1/session/approval'));
}

/** Address of the stream of one approval. */
export const eventsAddress = (id: string): string => `/api/v1/me/approvals/${id}/events`;

/** Takes back what waits. */
export async function withdrawApproval(id: string): Promise<void> {
  await answerOf(api.DELETE('/api/v1/me/approvals/{id}', { params: { path: { id } } }));
}
