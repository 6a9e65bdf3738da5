import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ApiProblem, type Approval } from '@of/api-client';
import { useEffect } from 'react';
import { usePathId } from '../../app/address';
import { PageLoading } from '../../app/page-loading';
import { ProblemPage } from '../../app/problem-page';
import { deleteDraft } from '../drafts/api/drafts.api';
import { sessionQuery } from '../session/session-query';
import { announceEnd } from '../session/session-watch';
import type { Action } from './acts';
import { ApprovalPending } from './approval-pending';
import { Declined, Missing, NotReleased } from './approval-ends';
import { forgetDraft } from './change-draft';
import { Released } from './released';
import { useApproval } from './use-approval';

/**
 * One protected change on its way: waiting, then how it ended. Everything that is shown comes from the API, so that a
 * reload or a second tab shows the same.
 */
export function ApprovalPage() {
  const id = usePathId() ?? '';
  return <OneApproval key={id} id={id} />;
}

function OneApproval({ id }: { id: string }) {
  const { approval, error } = useApproval(id);
  useAfterRelease(approval);
  if (!approval) {
    if (!error) return <PageLoading />;
    return error instanceof ApiProblem && error.status === 404 ? <Missing /> : <ProblemPage error={error} />;
  }
  const action = approval.action as Exclude<Action, 'login'>;
  switch (approval.status) {
    case 'pending':
      return <ApprovalPending approval={approval} action={action} />;
    case 'approved':
      return <Released approval={approval} action={action} />;
    case 'declined':
      return <Declined approval={approval} action={action} />;
    default:
      return <NotReleased approval={approval} action={action} />;
  }
}

/** What was released is read anew, and what was typed for it is forgotten. */
function useAfterRelease(approval: Approval | undefined): void {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const isReleased = approval?.status === 'approved';
  const action = approval?.action;
  useEffect(() => {
    if (!isReleased || !action) return;
    if (action === 'account-deletion') announceEnd('deleted');
    else if (action === 'login') void navigate({ to: '/start', replace: true });
    else {
      forgetDraft(action);
      if (action === 'address-change') void deleteDraft(queryClient, 'me', action).catch(() => undefined);
      // Without its last device a session has no second factor any more.
      if (action === 'device-removal') void queryClient.refetchQueries(sessionQuery);
      void queryClient.invalidateQueries({
        queryKey: ['me'],
        predicate: ({ queryKey }) => queryKey[1] !== 'approvals',
      });
    }
  }, [isReleased, action, navigate, queryClient]);
}
