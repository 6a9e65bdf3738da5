import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { Markdown } from '@of/ui';
import { berlinDay, formatDay, m } from '@of/i18n';
import type { ListedLegalDocument } from '@of/api-client';
import { problemSentence } from '../../app/problem-sentence';
import { legalDocumentQuery } from './api/consent.api';
import styles from './legal.module.css';

/** A legal text in place: closed it is one line, open the whole of it. */
export function DocumentDetails({
  document,
  isOpen: startsOpen = false,
}: {
  document: ListedLegalDocument;
  isOpen?: boolean;
}) {
  const [isOpen, setIsOpen] = useState(startsOpen);
  const { kind, version, publishedAt } = document;
  const text = useQuery({ ...legalDocumentQuery(kind, version), enabled: isOpen });
  const date = formatDay(berlinDay(publishedAt));
  return (
    <details className={styles.details} open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        <ChevronDown aria-hidden />
        {kind === 'terms' ? m.consent_read_terms({ date }) : m.consent_read_privacy({ date })}
      </summary>
      {/* The text scrolls in its frame, so the frame can be reached by keyboard. */}
      <div
        className={styles.text}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a frame that scrolls must be reachable by keyboard
        tabIndex={0}
        role="region"
        aria-label={`${kind === 'terms' ? m.shell_terms() : m.shell_privacy()}, ${m.legal_version({ date })}`}
      >
        {text.data && <Markdown text={text.data.content} topLevel={3} />}
        {text.isPending && isOpen && <p className="muted">{m.shell_loading()}</p>}
        {text.error && <p role="alert">{problemSentence(text.error)}</p>}
      </div>
    </details>
  );
}
