import { useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Check, Fingerprint, UserPlus } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { Button, ErrorSummary, Note, RowContent, Rows, Tag, rowLinkClass } from '@of/ui';
import { m } from '@of/i18n';
import { wantedDevice } from '../../app/entry';
import { PageHeading } from '../../app/page-heading';
import { problemSentence } from '../../app/problem-sentence';
import { useSubmission } from '../../app/use-submission';
import { isUnconfirmed } from '../setup/webauthn-faults';
import { useAccounts, type Account } from './account-list';
import styles from './accounts.module.css';
import { BlockedPage } from './blocked-page';
import { blockOf, deviceStateQuery, openAccount, useSession } from './device-state';

/** All accounts of this device. As a lock it stands in front of a page that needs one of them. */
export function AccountsPage({ isLock = false }: { isLock?: boolean }) {
  const client = useQueryClient();
  const accounts = useAccounts();
  const session = useSession();
  const isKnown = useQuery(deviceStateQuery).isSuccess;
  const submission = useSubmission();
  const [tried, setTried] = useState<string | null>(null);
  const [, navigate] = useLocation();

  function open(deviceId: string | null): void {
    setTried(deviceId);
    submission.run(async () => {
      await openAccount(client, deviceId);
      if (!isLock) navigate('/');
    });
  }

  const block = blockOf(submission.problem);
  if (block) return <BlockedPage block={block} deviceId={tried} onForgotten={submission.clear} />;
  const wanted = accounts.find(({ deviceId }) => deviceId === wantedDevice() && deviceId !== session?.deviceId);
  const isSingleLock = isLock && accounts.length === 1;
  return (
    <div className="stack stack-32">
      <div className="stack">
        {Boolean(submission.problem) && (
          <ErrorSummary title={m.form_problem_title()} attempt={submission.attempt}>
            <p>
              {isUnconfirmed(submission.problem) ? m.app_accounts_cancelled() : problemSentence(submission.problem)}
            </p>
          </ErrorSummary>
        )}
        <PageHeading lead={isLock ? m.app_accounts_locked_lead() : m.app_accounts_lead()}>
          {isLock ? m.app_accounts_locked_title() : m.app_accounts_title()}
        </PageHeading>
        {wanted && (
          <Note role="status">
            <p>{m.app_accounts_waiting({ name: wanted.givenName })}</p>
          </Note>
        )}
      </div>
      {accounts.length > 0 && (
        <ul className={styles.list}>
          {accounts.map((account) => (
            <li key={account.deviceId} className={styles.account}>
              <Label account={account} />
              {account.deviceId === session?.deviceId ? (
                <Tag kind="ok" icon={Check}>
                  {m.app_accounts_active()}
                </Tag>
              ) : (
                <Button
                  look={isSingleLock || account === wanted ? 'first' : 'second'}
                  isBusy={submission.isBusy && tried === account.deviceId}
                  busyLabel={m.app_accounts_opening()}
                  onClick={() => open(account.deviceId)}
                >
                  <Fingerprint aria-hidden />
                  {m.app_accounts_open()}
                  <span className="vh">: {account.givenName}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <Rows>
        <li>
          <Link href="/einrichten" className={rowLinkClass}>
            <RowContent icon={UserPlus} title={m.app_accounts_other()} meta={m.app_accounts_other_text()} />
          </Link>
        </li>
      </Rows>
      {accounts.length === 0 && isKnown && (
        <div className="stack stack-12">
          <p className="muted small">{m.app_accounts_without_list_text()}</p>
          <Button
            look="second"
            isBusy={submission.isBusy}
            busyLabel={m.app_accounts_opening()}
            onClick={() => open(null)}
          >
            {m.app_accounts_without_list()}
          </Button>
        </div>
      )}
    </div>
  );
}

function Label({ account: { givenName, deviceName } }: { account: Account }) {
  return (
    <p className={styles.label}>
      <b>{givenName}</b>
      <span className="muted small">{deviceName}</span>
    </p>
  );
}
