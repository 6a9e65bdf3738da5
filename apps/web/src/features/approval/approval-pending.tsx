import { useEffect, useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Send, Smartphone } from 'lucide-react';
import { ApiProblem, type Approval } from '@of/api-client';
import { Button, Note, RowContent, Section, rowLinkClass } from '@of/ui';
import { m } from '@of/i18n';
import { useBranding } from '../../app/branding';
import { PageHeading } from '../../app/page-heading';
import { problemSentence } from '../../app/problem-sentence';
import { WizardBar } from '../../app/wizard-bar';
import { serverNow } from '../session/session-watch';
import { acts } from './acts';
import { approvalQuery, withdrawApproval } from './api/approval.api';
import type { EndProps } from './approval-ends';
import { ApprovalSteps, ApprovalWait } from './approval-wait';
import { ChangeLines } from './change-lines';
import { NothingArrived } from './nothing-arrived';
import { useRepeat } from './use-repeat';

/** So long nobody is asked whether nothing has arrived. */
const PATIENCE_MS = 30_000;

/** Waits for the device: the number, the change, what to do there, and the ways out. */
export function ApprovalPending({ approval, action }: EndProps) {
  const queryClient = useQueryClient();
  const branding = useBranding();
  const withdraw = useMutation({
    mutationFn: () => withdrawApproval(approval.id),
    // Decided in the same moment: what counts is read from the server.
    onSettled: () => queryClient.invalidateQueries(approvalQuery(approval.id)),
  });
  const isLong = useIsLong(approval);
  const repeat = useRepeat(action);
  const device = approval.devices.join(', ');
  const problem = withdraw.error instanceof ApiProblem && withdraw.error.status === 409 ? null : withdraw.error;
  const fault = problem ?? repeat.error;
  return (
    <>
      <WizardBar name={acts[action].name()} step={acts[action].step} />
      <div className="wrap">
        <PageHeading lead={`${acts[action].wish()} ${m.approval_sent_to({ device })}`}>
          {m.approval_title()}
        </PageHeading>
        <div className="columns">
          <div className="stack stack-48">
            <ApprovalWait approval={approval} />
            <ApprovalSteps device={device} companionUrl={branding?.companionUrl ?? ''} />
            <Section title={m.approval_asked()}>
              <ChangeLines lines={approval.lines} />
            </Section>
            {fault && (
              <Note kind="error" role="alert">
                <p>{problemSentence(fault)}</p>
              </Note>
            )}
            <div>
              <Button
                look="quiet"
                isFlush
                isBusy={withdraw.isPending}
                busyLabel={m.form_sending()}
                onClick={() => withdraw.mutate()}
              >
                {m.approval_withdraw()}
              </Button>
            </div>
          </div>
          {isLong && (
            <NothingArrived>
              {repeat.isPossible && (
                <li>
                  <button type="button" className={rowLinkClass} disabled={repeat.isPending} onClick={repeat.send}>
                    <RowContent icon={Send} title={m.approval_again()} meta={m.approval_again_meta()} />
                  </button>
                </li>
              )}
              {branding && (
                <li>
                  <a className={rowLinkClass} href={branding.companionUrl}>
                    <RowContent icon={Smartphone} title={m.approval_open_app()} meta={m.approval_open_app_meta()} />
                  </a>
                </li>
              )}
              <li>
                <Link className={rowLinkClass} to="/daten/zugang/geraet" search={{ weg: 'brief' }}>
                  <RowContent icon={Smartphone} title={m.device_lost()} meta={m.device_lost_meta()} />
                </Link>
              </li>
            </NothingArrived>
          )}
        </div>
      </div>
    </>
  );
}

function useIsLong({ createdAt }: Approval): boolean {
  const left = () => Date.parse(createdAt) + PATIENCE_MS - serverNow();
  const [isLong, setIsLong] = useState(() => left() <= 0);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), Math.max(0, left()));
    return () => clearTimeout(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- one timer for one approval
  }, []);
  return isLong;
}
