import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ApiProblem, type Approval } from '@of/api-client';
import { approvalQuery } from './api/approval.api';
import type { Action } from './acts';
import { draftOf } from './change-draft';

/** Goes to where a change waits for its release. */
export function useGoToApproval(): (approval: Approval) => Promise<void> {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  return async (approval) => {
    queryClient.setQueryData(approvalQuery(approval.id).queryKey, approval);
    await navigate({ to: '/daten/freigabe/$id', params: { id: approval.id }, replace: true });
  };
}

/** Asks for the same once more, as long as this page still remembers what was typed. */
export function useRepeat(action: Action) {
  const goToApproval = useGoToApproval();
  const draft = draftOf(action);
  const request = draft?.request;
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => (request ? request() : Promise.reject(new ApiProblem(0, 'unknown', ''))),
    onSuccess: goToApproval,
  });
  return { isKept: draft !== undefined, isPossible: request !== undefined, isPending, error, send: () => mutate() };
}
