import { useInfiniteQuery } from '@tanstack/react-query';
import { Award, FileText, Gavel, Info } from 'lucide-react';
import { Link } from 'wouter';
import { Button, Note, RowContent, Rows, rowLinkClass } from '@of/ui';
import { formatMoment, m } from '@of/i18n';
import { PageHeading } from '../../app/page-heading';
import { problemSentence } from '../../app/problem-sentence';
import { Loading } from '../../app/shell';
import { postboxQuery } from './api/postbox.api';

const signs = { decision: Gavel, letter: FileText, certificate: Award, information: Info };

/** The postbox on a phone: the newest first, to read. */
export function PostboxPage() {
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(postboxQuery);
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="stack">
      <PageHeading lead={m.app_postbox_lead()}>{m.app_postbox()}</PageHeading>
      {error ? (
        <Note kind="warn" role="status">
          <p>{problemSentence(error)}</p>
        </Note>
      ) : (
        !data && <Loading />
      )}
      {data && items.length === 0 && <p>{m.app_postbox_empty()}</p>}
      {items.length > 0 && (
        <Rows>
          {items.map(({ id, kind, subject, language, sentAt, isRead }) => (
            <li key={id}>
              <Link href={`/postfach/${id}`} className={rowLinkClass}>
                <RowContent
                  icon={signs[kind]}
                  title={<span lang={language}>{subject}</span>}
                  meta={
                    <>
                      {!isRead && <b>● {m.app_postbox_new()} · </b>}
                      {formatMoment(sentAt)}
                    </>
                  }
                />
              </Link>
            </li>
          ))}
        </Rows>
      )}
      {hasNextPage && (
        <div className="fill">
          <Button
            look="second"
            isBusy={isFetchingNextPage}
            busyLabel={m.shell_loading()}
            onClick={() => void fetchNextPage()}
          >
            {m.postbox_more()}
          </Button>
        </div>
      )}
      <p className="small muted">{m.app_postbox_in_portal()}</p>
    </div>
  );
}
