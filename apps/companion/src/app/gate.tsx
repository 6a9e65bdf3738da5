import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Redirect } from 'wouter';
import { Button } from '@of/ui';
import { m } from '@of/i18n';
import { useAccounts } from '../features/accounts/account-list';
import { AccountsPage } from '../features/accounts/accounts-page';
import { BlockedPage } from '../features/accounts/blocked-page';
import { deviceStateQuery } from '../features/accounts/device-state';
import { PageHeading } from './page-heading';
import { problemSentence } from './problem-sentence';
import { Loading } from './shell';

/** Lets through to what belongs to an open account. The address stays, so that unlocking leads to where one wanted to go. */
export function Gate({ children }: { children: ReactNode }) {
  const { data: state, error, refetch } = useQuery(deviceStateQuery);
  const accounts = useAccounts();
  if (state?.kind === 'open') return children;
  if (state?.kind === 'blocked') return <BlockedPage block={state.block} />;
  if (state?.kind === 'closed')
    return accounts.length > 0 ? <AccountsPage isLock /> : <Redirect to="/einrichten" replace />;
  if (!error) return <Loading />;
  return (
    <div className="stack">
      <PageHeading lead={problemSentence(error)} hasError>
        {m.problem_title()}
      </PageHeading>
      <div className="fill">
        <Button onClick={() => void refetch()}>{m.app_retry()}</Button>
      </div>
    </div>
  );
}
