import { useSuspenseQuery, useInfiniteQuery, keepPreviousData } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ChevronRight, Download, LockKeyhole, Search } from 'lucide-react';
import type { PostboxItem } from '@of/api-client';
import { Button, Note, Section, buttonClass, classes } from '@of/ui';
import { berlinDay, formatDay, m } from '@of/i18n';
import { MoreButton } from '../../app/more-button';
import { PageHeading } from '../../app/page-heading';
import { PageLoading } from '../../app/page-loading';
import { personPath, usePersonId } from '../../app/person';
import { problemSentence } from '../../app/problem-sentence';
import { useNameOf } from '../family/use-name-of';
import { sessionQuery } from '../session/session-query';
import { archiveOf, postboxQuery } from './api/postbox.api';
import { LockedPostbox } from './locked-postbox';
import { daysUntil } from './objection-deadline';
import { PostboxFilterForm, searchFieldId } from './postbox-filter';
import { postKinds } from './post-words';
import { filterOf, readPostboxSearch } from './postbox-search';
import styles from './postbox.module.css';

/** What the insurer sent to the person of this page. */
export function PostboxPage() {
  const personId = usePersonId();
  const isLocked = useSuspenseQuery(sessionQuery).data?.level !== 'full';
  return isLocked ? <LockedPostbox personId={personId} /> : <OpenPostbox personId={personId} />;
}

function OpenPostbox({ personId }: { personId: string }) {
  const search = readPostboxSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const filter = filterOf(search);
  const list = useInfiniteQuery({ ...postboxQuery(personId, filter), placeholderData: keepPreviousData });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const isOwn = personId === 'me';
  const name = useNameOf(personId);
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <div className="wrap">
      <PageHeading lead={isOwn ? m.postbox_lead() : m.postbox_lead_for({ name })}>{m.postbox_title()}</PageHeading>
      <div className={styles.jump}>
        <Button look="quiet" isFlush onClick={() => document.getElementById(searchFieldId)?.focus()}>
          <Search aria-hidden />
          {m.postbox_search()}
        </Button>
      </div>
      <div className="columns">
        <div className="stack stack-32">
          {list.error ? (
            <Note kind="warn" role="alert">
              <p>{problemSentence(list.error)}</p>
            </Note>
          ) : (
            !list.data && <PageLoading />
          )}
          <p role="status" className={classes('small', 'muted', !isFiltered && 'vh')}>
            {list.data && isFiltered && foundSentence(items.length, list.hasNextPage)}
          </p>
          {list.data && items.length === 0 && (
            <p>{isFiltered ? m.postbox_none_found() : isOwn ? m.postbox_empty() : m.postbox_empty_for()}</p>
          )}
          {items.length > 0 && (
            <ul className={styles.list}>
              {items.map((item) => (
                <li key={item.id}>
                  <PostLink personId={personId} item={item} />
                </li>
              ))}
            </ul>
          )}
          <MoreButton list={list}>{m.postbox_more()}</MoreButton>
        </div>
        <div className="stack stack-32">
          <Section as="aside" title={m.postbox_search()}>
            <PostboxFilterForm search={search} onChange={(next) => void navigate({ to: '.', search: next })} />
          </Section>
          <Section as="aside" title={m.postbox_all()}>
            <div className="stack">
              <p className="small">{m.postbox_all_lead()}</p>
              <p>
                <a className={buttonClass({ look: 'second' })} href={archiveOf(personId)} download>
                  <Download aria-hidden />
                  {m.postbox_all_act()}
                </a>
              </p>
            </div>
          </Section>
        </div>
      </div>
    </div>
  );
}

function foundSentence(count: number, hasMore: boolean): string {
  if (hasMore) return m.postbox_found_more({ count: String(count) });
  return count === 1 ? m.postbox_found_one() : m.postbox_found({ count: String(count) });
}

function PostLink({ personId, item }: { personId: string; item: PostboxItem }) {
  const { icon: Icon, name } = postKinds[item.kind];
  return (
    <Link
      to={personPath(personId, `/postfach/${item.id}`)}
      className={classes(styles.item, !item.isRead && styles.unread)}
    >
      <Icon aria-hidden />
      <span className={styles.text}>
        {!item.isRead && (
          <span className={styles.mark}>
            <span className={styles.dot} aria-hidden />
            {m.postbox_unread()}
          </span>
        )}
        <span className={styles.subject} lang={item.language}>
          {item.subject}
        </span>
        <span className={styles.meta}>
          {name()} · {formatDay(berlinDay(item.sentAt))}
          {item.isPrivate && (
            <>
              {' · '}
              <LockKeyhole aria-hidden /> {m.postbox_private()}
            </>
          )}
        </span>
        {item.objectionUntil && daysUntil(item.objectionUntil) >= 0 && (
          <span className={styles.meta}>{m.postbox_objection_short({ day: formatDay(item.objectionUntil) })}</span>
        )}
      </span>
      <ChevronRight aria-hidden />
    </Link>
  );
}
