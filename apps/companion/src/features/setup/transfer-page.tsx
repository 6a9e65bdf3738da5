import { useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Fingerprint, Hourglass } from 'lucide-react';
import { Link, Redirect, useLocation } from 'wouter';
import { Button, ErrorSummary, Note, buttonClass } from '@of/ui';
import { m } from '@of/i18n';
import { PageHeading } from '../../app/page-heading';
import { problemSentence } from '../../app/problem-sentence';
import { useSubmission } from '../../app/use-submission';
import { openAccount, takeOver } from '../accounts/device-state';
import { NumberToCompare, Ticket } from '../approvals/ticket';
import { registerForTransfer, startTransfer, transferQuery, type WaitingDevice } from './api/setup.api';
import { NewKey } from './new-key';
import { clearDraft, setupDraft } from './setup-draft';
import styles from './setup.module.css';
import { isUnconfirmed } from './webauthn-faults';

/** A new phone by the old one: the key is made here and released there. */
export function TransferPage() {
  const [{ transferId }] = useState(setupDraft);
  const [waiting, setWaiting] = useState<WaitingDevice | null>(null);
  const client = useQueryClient();
  const [, navigate] = useLocation();
  if (!transferId) return <Redirect to="/einrichten" replace />;
  if (waiting) return <Waiting transferId={transferId} device={waiting} />;
  return (
    <NewKey
      back="/einrichten"
      title={m.app_transfer_title()}
      lead={m.app_transfer_lead()}
      readOptions={() => startTransfer(transferId)}
      onKey={async (name, credential) => {
        const answer = await registerForTransfer(transferId, name, credential);
        if ('matchNumber' in answer) {
          setWaiting(answer);
        } else {
          takeOver(client, answer);
          navigate('/einrichten/fertig', { replace: true });
        }
        clearDraft();
      }}
    />
  );
}

function Waiting({ transferId, device }: { transferId: string; device: WaitingDevice }) {
  const { data: status = 'pending', error } = useQuery(transferQuery(transferId));
  if (status === 'approved') return <Released deviceId={device.deviceId} />;
  if (status === 'declined')
    return <NotReleased title={m.app_transfer_declined_title()} text={m.app_transfer_declined_text()} />;
  if (status === 'expired')
    return <NotReleased title={m.app_transfer_expired_title()} text={m.app_transfer_expired_text()} />;
  return (
    <div className="stack" key="waiting">
      <PageHeading lead={m.app_transfer_wait_text()}>{m.app_transfer_wait_title()}</PageHeading>
      <Ticket number={<NumberToCompare ask={m.app_transfer_compare()} number={device.matchNumber} />} lines={[]} />
      <p className={styles.waiting} role="status">
        <Hourglass aria-hidden />
        {m.app_transfer_waiting()}
      </p>
      {error && (
        <Note kind="warn" role="status">
          <p>{m.app_unreachable()}</p>
        </Note>
      )}
    </div>
  );
}

/** The new key is used for the first time. */
function Released({ deviceId }: { deviceId: string }) {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const { problem, attempt, isBusy, run } = useSubmission();
  const open = () =>
    run(async () => {
      await openAccount(client, deviceId);
      navigate('/einrichten/fertig', { replace: true });
    });
  return (
    <div className="stack" key="released">
      {Boolean(problem) && (
        <ErrorSummary title={m.form_problem_title()} attempt={attempt}>
          <p>{isUnconfirmed(problem) ? m.app_accounts_cancelled() : problemSentence(problem)}</p>
        </ErrorSummary>
      )}
      <PageHeading lead={m.app_transfer_open_text()}>{m.app_transfer_open_title()}</PageHeading>
      <div className="fill">
        <Button isBusy={isBusy} busyLabel={m.app_accounts_opening()} onClick={open}>
          <Fingerprint aria-hidden />
          {m.app_transfer_open()}
        </Button>
      </div>
    </div>
  );
}

function NotReleased({ title, text }: { title: string; text: string }) {
  return (
    <div className="stack">
      <PageHeading lead={text}>{title}</PageHeading>
      <div className="fill">
        <Link href="/einrichten" className={buttonClass()}>
          {m.app_blocked_setup()}
        </Link>
      </div>
    </div>
  );
}
