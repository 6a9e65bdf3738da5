import { useCallback, useEffect, useRef } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ArrowLeft, Download } from 'lucide-react';
import { Link } from 'wouter';
import { Markdown, Note, SummaryList, SummaryRow, buttonClass } from '@of/ui';
import { formatDay, formatMoment, m } from '@of/i18n';
import { PageHeading } from '../../app/page-heading';
import { problemSentence } from '../../app/problem-sentence';
import { Loading } from '../../app/shell';
import styles from './post.module.css';
import { markPostRead, pdfOf, postQuery } from './api/postbox.api';

/** One item to read on a phone. */
export function PostPage({ id }: { id: string }) {
  const { data: post, error } = useQuery(postQuery(id));
  const queryClient = useQueryClient();
  const isSaid = useRef(false);
  const sayRead = useCallback(() => {
    if (isSaid.current) return;
    isSaid.current = true;
    void markPostRead(id).then(
      () => queryClient.invalidateQueries({ queryKey: ['device', 'postbox'] }),
      () => undefined, // it stays unread, and the next look says it again
    );
  }, [id, queryClient]);
  // Where there is only the PDF, opening it counts.
  useEffect(() => {
    if (post?.text && !post.isRead) sayRead();
  }, [post, sayRead]);
  return (
    <div className="stack">
      <p>
        <Link href="/postfach" className={buttonClass({ look: 'quiet', isFlush: true, isSmall: true })}>
          <ArrowLeft aria-hidden />
          {m.app_postbox_back()}
        </Link>
      </p>
      {error && (
        <>
          <PageHeading hasError>{m.problem_title()}</PageHeading>
          <Note kind="warn" role="status">
            <p>{problemSentence(error)}</p>
          </Note>
        </>
      )}
      {!error && !post && <Loading />}
      {post && (
        <>
          <div lang={post.language}>
            <PageHeading>{post.subject}</PageHeading>
          </div>
          <SummaryList>
            <SummaryRow term={m.postbox_sent_on()}>{formatMoment(post.sentAt)}</SummaryRow>
            {post.announcedOn && <SummaryRow term={m.postbox_announced_on()}>{formatDay(post.announcedOn)}</SummaryRow>}
            {post.objectionUntil && (
              <SummaryRow term={m.postbox_objection_until()}>{formatDay(post.objectionUntil)}</SummaryRow>
            )}
          </SummaryList>
          {post.text ? (
            <article className={styles.letter} lang={post.language} aria-label={post.subject}>
              <Markdown text={post.text} />
            </article>
          ) : (
            <p>{m.postbox_pdf_only()}</p>
          )}
          <div className="fill">
            <a
              className={buttonClass({ look: post.text ? 'second' : 'first' })}
              href={pdfOf(post.id)}
              download
              onClick={sayRead}
            >
              <Download aria-hidden />
              {post.pages === 1 ? m.postbox_pdf_one() : m.postbox_pdf({ pages: String(post.pages) })}
            </a>
          </div>
        </>
      )}
    </div>
  );
}
