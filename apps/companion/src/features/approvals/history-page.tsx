import { useQuery } from '@tanstack/react-query';
import { Note } from '@of/ui';
import { m } from '@of/i18n';
import { PageHeading } from '../../app/page-heading';
import { problemSentence } from '../../app/problem-sentence';
import { Loading } from '../../app/shell';
import { historyQuery } from './api/approvals.api';
import { PastApprovals } from './past-approvals';

export function HistoryPage() {
  const { data: items, error } = useQuery(historyQuery);
  return (
    <div className="stack">
      <PageHeading lead={m.app_history_lead()}>{m.app_history_title()}</PageHeading>
      {error ? (
        <Note kind="warn" role="status">
          <p>{problemSentence(error)}</p>
        </Note>
      ) : (
        !items && <Loading />
      )}
      {items?.length === 0 && <p>{m.app_history_empty()}</p>}
      {items && items.length > 0 && <PastApprovals items={items} />}
    </div>
  );
}
