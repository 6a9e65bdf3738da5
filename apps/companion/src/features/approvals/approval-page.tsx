import { useRef, useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { startAuthentication } from '@simplewebauthn/browser';
import { ApiProblem } from '@of/api-client';
import { Loading } from '../../app/shell';
import { useSubmission } from '../../app/use-submission';
import {
  historyQuery,
  openApprovalsQuery,
  refuse,
  release,
  startRelease,
  tellWrongNumber,
  type DeviceApproval,
} from './api/approvals.api';
import { ApprovalEnd, type End } from './approval-end';
import { Decide } from './decide';
import { Decline } from './decline';
import { useSecondsLeft } from './time-left';

/** Refusals after which nothing is left to decide. */
const endOfCode: Partial<Record<string, End>> = {
  'approval-closed': 'closed',
  'approval-stale': 'closed',
  'not-found': 'closed',
};

/** Logins whose number was not found on the other screen: going back and forth does not open them again. */
const mismatches = new Set<string>();

export function ApprovalPage({ id }: { id: string }) {
  const { data: open, isFetching } = useQuery(openApprovalsQuery);
  const current = open?.find((approval) => approval.id === id);
  // What was on the screen stays there when the list moves on.
  const seen = useRef<DeviceApproval>(undefined);
  seen.current = current ?? seen.current;
  if (seen.current) return <OpenApproval approval={seen.current} isOpen={current !== undefined} />;
  return open && !isFetching ? <ApprovalEnd end="closed" /> : <Loading />;
}

function OpenApproval({ approval, isOpen }: { approval: DeviceApproval; isOpen: boolean }) {
  const client = useQueryClient();
  const submission = useSubmission();
  const secondsLeft = useSecondsLeft(approval.expiresAt);
  const [end, setEnd] = useState<End | null>(null);
  const [isDeclining, setIsDeclining] = useState(false);
  const [isMismatch, setIsMismatch] = useState(mismatches.has(approval.id));
  const { id, action, matchNumber } = approval;

  /** @param act null: the request stays open */
  function decide(act: () => Promise<End | null>): void {
    submission.run(async () => {
      try {
        setEnd(await act());
      } catch (error) {
        const closed = error instanceof ApiProblem ? endOfCode[error.code] : undefined;
        if (!closed) throw error;
        setEnd(closed);
      } finally {
        void client.invalidateQueries(openApprovalsQuery);
        void client.invalidateQueries(historyQuery);
      }
    });
  }

  const approve = (number: string) =>
    decide(async () => {
      const optionsJSON = await startRelease(id);
      await release(id, number, await startAuthentication({ optionsJSON }));
      return action === 'login' ? 'approved-login' : 'approved-change';
    });

  function closeRelease(): void {
    mismatches.add(id);
    setIsMismatch(true);
  }

  // With one try left there is nothing to choose any more: both decoys were, here or before the page was opened anew.
  const tellWrong = (number: string) =>
    decide(async () => {
      const left = await tellWrongNumber(id, number);
      if (left <= 1) closeRelease();
      return left === 0 ? 'declined' : null;
    });

  const decline = (reason?: 'not-me') =>
    decide(async () => {
      await refuse(id, matchNumber, reason);
      return reason ?? 'declined';
    });

  const isOver = secondsLeft === 0 || !isOpen;
  const shown = end ?? (isOver && !submission.isBusy ? (secondsLeft === 0 ? 'expired' : 'closed') : null);
  if (shown) return <ApprovalEnd key={shown} end={shown} approval={approval} />;
  if (isMismatch) return <Decline isMismatch submission={submission} onDecline={decline} />;
  if (isDeclining) {
    return <Decline submission={submission} onDecline={decline} onBack={() => setIsDeclining(false)} />;
  }
  return (
    <Decide
      approval={approval}
      secondsLeft={secondsLeft}
      submission={submission}
      onApprove={approve}
      onDecline={() => setIsDeclining(true)}
      onWrongChoice={tellWrong}
      onMismatch={closeRelease}
    />
  );
}
