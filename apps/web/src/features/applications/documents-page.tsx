import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { BadgeCheck, FilePlus, FileText, ScanSearch } from 'lucide-react';
import { RowContent, Rows, Section, buttonClass, rowLinkClass } from '@of/ui';
import { formatMoment, m } from '@of/i18n';
import { MoreButton } from '../../app/more-button';
import { PageHeading } from '../../app/page-heading';
import { personPath, usePersonId } from '../../app/person';
import { OpenDrafts } from '../drafts/open-drafts';
import { documentsQuery } from './api/documents.api';
import { ProgressTag } from './progress';
import styles from './applications.module.css';

/** What was sent for a person, how far it is, and whose turn it is. */
export function DocumentsPage() {
  const personId = usePersonId();
  const list = useSuspenseInfiniteQuery(documentsQuery(personId));
  const documents = list.data.pages.flatMap(({ items }) => items);
  return (
    <div className="wrap stack stack-32">
      <PageHeading lead={m.documents_lead()}>{m.documents_title()}</PageHeading>
      <div className="button-row">
        <Link className={buttonClass()} to={personPath(personId, '/dokumente/neu')}>
          <FilePlus aria-hidden />
          {m.documents_new_short()}
        </Link>
      </div>
      <div className="columns">
        <div className="stack stack-48">
          <OpenDrafts personId={personId} />
          <Section title={m.documents_sent()}>
            {documents.length === 0 ? (
              <p>{m.documents_none()}</p>
            ) : (
              <Rows>
                {documents.map(({ id, title, receivedAt, progress, turn, number, sentByPerson }) => (
                  <li key={id}>
                    <Link className={rowLinkClass} to={personPath(personId, `/dokumente/${id}`)}>
                      <RowContent
                        icon={FileText}
                        title={title}
                        meta={
                          <>
                            <span className={styles.state}>
                              <ProgressTag progress={progress} />
                              {turn === 'member' ? m.documents_your_turn() : m.documents_our_turn()}
                            </span>
                            {formatMoment(receivedAt)} · <span className="num">{number}</span>
                            {(personId === 'me') !== sentByPerson && (
                              <>
                                <br />
                                {sentByPerson ? m.documents_by_child() : m.documents_by_parent()}
                              </>
                            )}
                          </>
                        }
                      />
                    </Link>
                  </li>
                ))}
              </Rows>
            )}
            <p role="status" className="vh">
              {list.data.pages.length > 1 && m.log_shown({ count: String(documents.length) })}
            </p>
            <MoreButton list={list}>{m.documents_more()}</MoreButton>
          </Section>
        </div>
        <Section as="aside" title={m.documents_also()}>
          <Rows>
            <li>
              <Link className={rowLinkClass} to={personPath(personId, '/bescheinigungen')}>
                <RowContent icon={BadgeCheck} title={m.certificates_title()} meta={m.certificates_home_meta()} />
              </Link>
            </li>
            <li>
              <Link className={rowLinkClass} to="/pruefen">
                <RowContent icon={ScanSearch} title={m.verify_link()} meta={m.verify_link_meta()} />
              </Link>
            </li>
          </Rows>
        </Section>
      </div>
    </div>
  );
}
