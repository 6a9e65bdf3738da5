import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FilePlus, FileText } from 'lucide-react';
import { Button, RowContent, Rows, Section, buttonClass, rowLinkClass } from '@of/ui';
import { formatMoment, m } from '@of/i18n';
import { PageHeading } from '../../app/page-heading';
import { personPath, usePersonId } from '../../app/person';
import { OpenDrafts } from '../drafts/open-drafts';
import { documentsQuery } from './api/documents.api';
import { progressWord } from './progress';

/** What was sent for a person, how far it is, and whose turn it is. */
export function DocumentsPage() {
  const personId = usePersonId();
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(documentsQuery(personId));
  const documents = data.pages.flatMap(({ items }) => items);
  return (
    <div className="wrap stack stack-32">
      <PageHeading lead={m.documents_lead()}>{m.documents_title()}</PageHeading>
      <div className="button-row">
        <Link className={buttonClass()} to={personPath(personId, '/dokumente/neu') as '/dokumente/neu'}>
          <FilePlus aria-hidden />
          {m.documents_new_short()}
        </Link>
      </div>
      <div className="narrow stack stack-48">
        <OpenDrafts personId={personId} />
        <Section title={m.documents_sent()}>
          {documents.length === 0 ? (
            <p>{m.documents_none()}</p>
          ) : (
            <Rows>
              {documents.map(({ id, title, receivedAt, progress, turn, number }) => (
                <li key={id}>
                  <Link className={rowLinkClass} to={personPath(personId, `/dokumente/${id}`) as '/dokumente'}>
                    <RowContent
                      icon={FileText}
                      title={title}
                      meta={
                        <>
                          {progressWord(progress)} ·{' '}
                          {turn === 'member' ? m.documents_your_turn() : m.documents_our_turn()}
                          <br />
                          {formatMoment(receivedAt)} · <span className="num">{number}</span>
                        </>
                      }
                    />
                  </Link>
                </li>
              ))}
            </Rows>
          )}
          <p role="status" className="vh">
            {data.pages.length > 1 && m.log_shown({ count: String(documents.length) })}
          </p>
          {hasNextPage && (
            <div className="button-row">
              <Button
                look="second"
                isBusy={isFetchingNextPage}
                busyLabel={m.shell_loading()}
                onClick={() => void fetchNextPage()}
              >
                {m.documents_more()}
              </Button>
            </div>
          )}
        </Section>
      </div>
    </div>
  );
}
