import { useEffect, useRef, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ChevronDown, Link2, Mail, Phone, Search } from 'lucide-react';
import type { FaqGroup } from '@of/api-client';
import { Button, Markdown, Note, RowContent, Rows, Section, rowLinkClass } from '@of/ui';
import { m } from '@of/i18n';
import { usePathId } from '../../app/address';
import { useBranding } from '../../app/branding';
import { PageHeading } from '../../app/page-heading';
import { PageLoading } from '../../app/page-loading';
import { problemSentence } from '../../app/problem-sentence';
import { faqsQuery } from './api/support.api';
import styles from './help-page.module.css';

const LONGEST_QUERY = 100;
const TYPING_PAUSE_MS = 250;

/** The value once nobody has typed for a moment: not every letter is a question to the server. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** Questions and answers, found by words or by a link to one of them; and a person to ask. */
export function HelpPage() {
  const id = usePathId();
  const [words, setWords] = useState('');
  const query = useSettled(words.trim().slice(0, LONGEST_QUERY));
  const faqs = useQuery({ ...faqsQuery(query.length > 1 ? query : ''), placeholderData: keepPreviousData });
  const groups = (faqs.data ?? []).filter(({ items }) => items.length > 0);
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  const isSearching = query.length > 1;
  return (
    <div className="wrap">
      <PageHeading lead={m.help_lead()} title={titleOf(id, groups)}>
        {m.shell_help_contact()}
      </PageHeading>
      <div className="columns">
        <div className="stack stack-48">
          <form role="search" className={styles.search} onSubmit={(event) => event.preventDefault()}>
            <label htmlFor="hilfe-suche">{m.help_search()}</label>
            <div className={styles.box}>
              <Search aria-hidden />
              <input
                id="hilfe-suche"
                type="search"
                value={words}
                maxLength={LONGEST_QUERY}
                autoComplete="off"
                onChange={(event) => setWords(event.target.value)}
              />
            </div>
            <p role="status" className="small muted">
              {isSearching && faqs.data && (count === 1 ? m.help_found_one() : m.help_found({ count: String(count) }))}
            </p>
          </form>
          {faqs.isPending && <PageLoading />}
          {faqs.error && (
            <Note kind="error" role="alert">
              <p>{problemSentence(faqs.error)}</p>
              <Button look="second" isSmall onClick={() => void faqs.refetch()}>
                {m.problem_retry()}
              </Button>
            </Note>
          )}
          {isSearching && faqs.data && count === 0 && <p>{m.help_nothing()}</p>}
          {groups.map((group) => (
            <Section key={group.id} title={group.title}>
              <ul className={styles.questions}>
                {group.items.map((item) => (
                  <Question
                    key={item.id}
                    item={item}
                    isOpen={item.id === id || (isSearching && count <= 2)}
                    isTarget={item.id === id}
                  />
                ))}
              </ul>
            </Section>
          ))}
        </div>
        <Contact />
      </div>
    </div>
  );
}

function titleOf(id: string | undefined, groups: readonly FaqGroup[]): string | undefined {
  const item = id && groups.flatMap(({ items }) => items).find((one) => one.id === id);
  return item ? `${item.question} – ${m.shell_help()}` : undefined;
}

function Question({ item, isOpen, isTarget }: { item: FaqGroup['items'][number]; isOpen: boolean; isTarget: boolean }) {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (isTarget) box.current?.scrollIntoView?.({ block: 'start' });
  }, [isTarget]);
  return (
    <li>
      <details ref={box} open={isOpen || undefined} className={styles.question}>
        <summary>
          <span>{item.question}</span>
          <ChevronDown aria-hidden />
        </summary>
        <div className={styles.answer}>
          <Markdown text={item.answer} topLevel={3} />
          <p className="small">
            <a href={`/hilfe/${encodeURIComponent(item.id)}`} className={styles.deep}>
              <Link2 aria-hidden />
              {m.help_link()}
              <span className="vh">: {item.question}</span>
            </a>
          </p>
        </div>
      </details>
    </li>
  );
}

function Contact() {
  const branding = useBranding();
  if (!branding) return null;
  return (
    <div className="stack stack-48">
      <Section as="aside" title={m.help_contact()}>
        <Rows>
          <li>
            <a className={rowLinkClass} href={`tel:${branding.hotline.tel}`}>
              <RowContent
                icon={Phone}
                title={
                  <>
                    {m.login_call()} <span className="num">{branding.hotline.number}</span>
                  </>
                }
                meta={branding.hotline.hours}
              />
            </a>
          </li>
          <li>
            <a className={rowLinkClass} href={`mailto:${branding.email}`}>
              <RowContent icon={Mail} title={branding.email} />
            </a>
          </li>
        </Rows>
      </Section>
      <Section as="aside" title={m.help_ready_title()}>
        <ul className={styles.ready}>
          <li>{m.help_ready_kvnr()}</li>
          <li>{m.help_ready_device()}</li>
          <li>{m.help_ready_what()}</li>
        </ul>
      </Section>
    </div>
  );
}
