import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { approvalQuery } from './api/approval.api';
import type { Action } from './acts';
import { draftOf } from './change-draft';

/** Asks for the same once more, as long as this page still remembers what was typed. */
export function useRepeat(action: Action) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const draft = draftOf(action);
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => draft?.request() ?? null,
    onSuccess: async (approval) => {
      if (!approval) return;
      queryClient.setQueryData(approvalQuery(approval.id).queryKey, approval);
      await navigate({ to: '/daten/freigabe/$id', params: { id: approval.id }, replace: true });
    },
  });
  return { isPossible: draft !== undefined, isPending, error, send: () => mutate() };
}
