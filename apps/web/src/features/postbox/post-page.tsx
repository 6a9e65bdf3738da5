import { useCallback, useEffect, useRef } from 'react';
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Download, MailOpen, Printer } from 'lucide-react';
import type { OpenedPost } from '@of/api-client';
import { Button, Markdown, Note, Section, Sheet, SummaryList, SummaryRow, buttonClass } from '@of/ui';
import { berlinDay, formatDay, m } from '@of/i18n';
import { usePathId } from '../../app/address';
import { HelpLine } from '../../app/help-line';
import { PageHeading } from '../../app/page-heading';
import { PageLoading } from '../../app/page-loading';
import { personPath, usePersonId } from '../../app/person';
import { problemSentence } from '../../app/problem-sentence';
import { WizardBar } from '../../app/wizard-bar';
import { sessionQuery } from '../session/session-query';
import { markPost, pdfOf, postboxKey, postQuery } from './api/postbox.api';
import { LockedPostbox } from './locked-postbox';
import { PostPrivacy } from './post-privacy';
import { ObjectionDeadline } from './objection-deadline';
import { pdfWords, postKinds } from './post-words';
import styles from './postbox.module.css';

/** One item: the letter itself first, the PDF beside it. */
export function PostPage() {
  const personId = usePersonId();
  const isLocked = useSuspenseQuery(sessionQuery).data?.level !== 'full';
  return isLocked ? <LockedPostbox personId={personId} /> : <OpenPost personId={personId} />;
}

function OpenPost({ personId }: { personId: string }) {
  const id = usePathId() ?? '';
  const { data: post, error } = useQuery(postQuery(personId, id));
  return (
    <>
      <WizardBar
        name={m.postbox_title()}
        renderBack={(content, className) => (
          <Link className={className} to={personPath(personId, '/postfach')}>
            {content}
          </Link>
        )}
      />
      <div className="wrap">
        {post ? (
          <Letter key={post.id} personId={personId} post={post} />
        ) : error ? (
          <>
            <PageHeading hasError>{m.problem_title()}</PageHeading>
            <Note kind="warn" role="alert">
              <p>{problemSentence(error)}</p>
            </Note>
          </>
        ) : (
          <PageLoading />
        )}
      </div>
    </>
  );
}

/**
 * Whoever sees the letter has read it; that is said once. Where there is only the PDF, opening it counts.
 * @returns says that it was read
 */
function useReading(personId: string, { id, isRead, text }: OpenedPost): () => void {
  const queryClient = useQueryClient();
  const isSaid = useRef(false);
  // What is remembered of the letter may be older than "show as unread"; then the answer on its way tells.
  const say = useCallback(() => {
    if (isRead || isSaid.current) return;
    isSaid.current = true;
    void markPost(personId, id, true).then(
      () => queryClient.invalidateQueries({ queryKey: postboxKey(personId) }),
      () => undefined, // it stays unread, and the next look says it again
    );
  }, [personId, id, isRead, queryClient]);
  useEffect(() => {
    if (text) say();
  }, [text, say]);
  return say;
}

interface PostProps {
  personId: string;
  post: OpenedPost;
}

function Letter({ personId, post }: PostProps) {
  const sayRead = useReading(personId, post);
  const pdf = (
    <a className={buttonClass()} href={pdfOf(personId, post.id)} download onClick={sayRead}>
      <Download aria-hidden />
      {pdfWords(post.pages)}
    </a>
  );
  return (
    <>
      <div lang={post.language}>
        <PageHeading>{post.subject}</PageHeading>
      </div>
      <div className="columns">
        <Sheet>
          {post.text ? (
            <article className={styles.letter} lang={post.language} aria-label={post.subject}>
              <Markdown text={post.text} />
            </article>
          ) : (
            <div className="stack">
              <p>{m.postbox_pdf_only()}</p>
              <div className="button-row">{pdf}</div>
            </div>
          )}
        </Sheet>
        <div className="stack stack-32">
          <Facts post={post} />
          {(post.text || post.isRead) && (
            <div className={styles.acts}>
              {post.text && pdf}
              <Acts personId={personId} post={post} />
            </div>
          )}
          {personId === 'me' && <PostPrivacy post={post} />}
          <HelpLine />
        </div>
      </div>
    </>
  );
}

function Facts({ post }: { post: OpenedPost }) {
  const { announcedOn, objectionUntil } = post;
  return (
    <Section as="aside" title={m.postbox_facts()}>
      <div className="stack">
        {objectionUntil && <ObjectionDeadline until={objectionUntil} />}
        <SummaryList>
          <SummaryRow term={m.postbox_kind()}>{postKinds[post.kind].name()}</SummaryRow>
          <SummaryRow term={m.postbox_sent_on()}>{formatDay(berlinDay(post.sentAt))}</SummaryRow>
          {announcedOn && <SummaryRow term={m.postbox_announced_on()}>{formatDay(announcedOn)}</SummaryRow>}
        </SummaryList>
        {post.isDecision && (
          <p className="small">
            {announcedOn
              ? post.hasInstruction
                ? m.postbox_announced_why()
                : m.postbox_announced_why_year()
              : m.postbox_not_announced()}
          </p>
        )}
      </div>
    </Section>
  );
}

function Acts({ personId, post }: PostProps) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const unread = useMutation({
    mutationFn: () => markPost(personId, post.id, false),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: postboxKey(personId), refetchType: 'none' });
      await navigate({ to: personPath(personId, '/postfach') });
    },
  });
  return (
    <>
      {post.text && (
        <Button look="second" onClick={() => window.print()}>
          <Printer aria-hidden />
          {m.postbox_print()}
        </Button>
      )}
      {post.isRead && (
        <Button look="quiet" isBusy={unread.isPending} busyLabel={m.form_sending()} onClick={() => unread.mutate()}>
          <MailOpen aria-hidden />
          {m.postbox_mark_unread()}
        </Button>
      )}
      {unread.error && (
        <Note kind="warn" role="alert">
          <p>{problemSentence(unread.error)}</p>
        </Note>
      )}
    </>
  );
}
