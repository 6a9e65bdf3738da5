import { useEffect, useRef, type ReactNode } from 'react';
import { CircleAlert } from 'lucide-react';
import styles from './error-summary.module.css';

export interface SummaryLine {
  /** Id of the field the line leads to. */
  fieldId: string;
  message: string;
}

interface ErrorSummaryProps {
  title: string;
  lines?: readonly SummaryLine[];
  children?: ReactNode;
  /** Changes with every attempt, so that the summary takes the focus again. */
  attempt: number;
}

/** Stands above the form after a refused attempt, takes the focus, and leads to each field in the field's own words. */
export function ErrorSummary({ title, lines = [], children, attempt }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView?.({ block: 'nearest' });
  }, [attempt]);
  return (
    <div ref={box} className={styles.summary} role="alert" aria-labelledby="error-summary-title" tabIndex={-1}>
      <CircleAlert aria-hidden />
      <h2 id="error-summary-title">{title}</h2>
      {children && <div className={styles.body}>{children}</div>}
      {lines.length > 0 && (
        <ul className={styles.body}>
          {lines.map(({ fieldId, message }) => (
            <li key={fieldId}>
              <a
                href={`#${fieldId}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(fieldId)?.focus();
                }}
              >
                {message}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
