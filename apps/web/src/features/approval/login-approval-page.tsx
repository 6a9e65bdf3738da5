import { useEffect, useState } from 'react';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Send, Smartphone } from 'lucide-react';
import type { Approval } from '@of/api-client';
import { Button, Note, RowContent, rowLinkClass } from '@of/ui';
import { m } from '@of/i18n';
import { useBranding } from '../../app/branding';
import { HelpLine } from '../../app/help-line';
import { PageHeading } from '../../app/page-heading';
import { problemSentence } from '../../app/problem-sentence';
import { useSessionFlow } from '../../app/use-session-flow';
import { WizardBar } from '../../app/wizard-bar';
import { sessionQuery } from '../session/session-query';
import { useLogOut } from '../session/use-log-out';
import { requestLoginApproval } from './api/approval.api';
import { ApprovalSteps, ApprovalWait } from './approval-wait';
import { NothingArrived } from './nothing-arrived';
import { useApproval } from './use-approval';

/** Between password and portal: the login is released on the member's device. */
export function LoginApprovalPage() {
  const session = useSuspenseQuery(sessionQuery).data;
  const [renewed, setRenewed] = useState<Approval | null>(null);
  const renew = useMutation({ mutationFn: requestLoginApproval, onSuccess: setRenewed });
  const approval = renewed ?? session?.approval;
  const request = () => renew.mutate();
  return (
    <>
      <WizardBar name={m.shell_log_in()} />
      <div className="wrap stack stack-32">
        {approval ? (
          <LoginApproval key={approval.id} first={approval} isRequesting={renew.isPending} onRequest={request} />
        ) : (
          <NoRequest isRequesting={renew.isPending} onRequest={request} />
        )}
        {renew.error && (
          <Note kind="error" role="alert">
            <p>{problemSentence(renew.error)}</p>
          </Note>
        )}
      </div>
    </>
  );
}

interface RequestProps {
  isRequesting: boolean;
  onRequest: () => void;
}

function LoginApproval({ first, isRequesting, onRequest }: RequestProps & { first: Approval }) {
  const { approval = first } = useApproval(first.id, first);
  const { proceed } = useSessionFlow();
  const queryClient = useQueryClient();
  const logOut = useLogOut();
  const branding = useBranding();
  const { status } = approval;
  useEffect(() => {
    if (status !== 'approved') return;
    void queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 }).then((session) => session && proceed(session));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when it is released
  }, [status]);

  if (status === 'declined') return <Declined />;
  if (status !== 'pending' && status !== 'approved') {
    return <NoRequest isRequesting={isRequesting} onRequest={onRequest} isExpired />;
  }
  const device = approval.devices.join(', ');
  return (
    <>
      <PageHeading lead={m.approval_login_lead({ device })}>{m.approval_title()}</PageHeading>
      <div className="columns">
        <div className="stack stack-48">
          <ApprovalWait approval={approval} />
          <ApprovalSteps device={device} companionUrl={branding?.companionUrl ?? ''} />
          <div>
            <Button look="quiet" isFlush onClick={() => void logOut()}>
              {m.approval_cancel_login()}
            </Button>
          </div>
        </div>
        <NothingArrived>
          <li>
            <button type="button" className={rowLinkClass} disabled={isRequesting} onClick={onRequest}>
              <RowContent icon={Send} title={m.approval_again()} meta={m.approval_again_meta()} />
            </button>
          </li>
          <li>
            <Link className={rowLinkClass} to="/daten/zugang/geraet">
              <RowContent icon={Smartphone} title={m.device_lost()} meta={m.device_lost_meta()} />
            </Link>
          </li>
        </NothingArrived>
      </div>
    </>
  );
}

/** Nothing waits any more, or never did in this session. */
function NoRequest({ isRequesting, onRequest, isExpired = false }: RequestProps & { isExpired?: boolean }) {
  const logOut = useLogOut();
  return (
    <>
      <PageHeading lead={isExpired ? m.approval_expired_lead() : m.approval_needed_lead()}>
        {isExpired ? m.approval_expired_title() : m.approval_needed_title()}
      </PageHeading>
      <div className="button-row">
        <Button isBusy={isRequesting} busyLabel={m.form_sending()} onClick={onRequest}>
          {m.approval_request()}
        </Button>
        <Button look="quiet" onClick={() => void logOut()}>
          {m.approval_cancel_login()}
        </Button>
      </div>
      <HelpLine />
    </>
  );
}

/** Refused on the device: the session is over. */
function Declined() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  async function again(): Promise<void> {
    queryClient.setQueryData(sessionQuery.queryKey, null);
    await navigate({ to: '/anmelden' });
  }
  return (
    <>
      <PageHeading lead={m.approval_declined_lead()}>{m.approval_declined_title()}</PageHeading>
      <div className="narrow">
        <Note kind="warn">
          <p>{m.approval_declined_text()}</p>
        </Note>
      </div>
      <div className="button-row">
        <Button onClick={() => void again()}>{m.logged_out_again()}</Button>
      </div>
      <HelpLine />
    </>
  );
}
