import { useEffect, useRef, type ReactNode } from 'react';
import { m } from '@of/i18n';
import styles from './page-heading.module.css';

let isFirstPage = true;

interface PageHeadingProps {
  children: string;
  lead?: ReactNode;
  above?: ReactNode;
  hasError?: boolean;
}

/** H1 and title of a page. It takes the focus when the page was changed, so that reading goes on here. */
export function PageHeading({ children, lead, above, hasError = false }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isFirstPage) {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
    isFirstPage = false;
  }, []);
  useEffect(() => {
    document.title = `${hasError ? m.title_error() : ''}${children} – ${m.app_service()}`;
  }, [children, hasError]);
  return (
    <div className={styles.head}>
      {above && <p className="muted small">{above}</p>}
      <h1 ref={heading} tabIndex={-1}>
        {children}
      </h1>
      {lead && <p className="muted">{lead}</p>}
    </div>
  );
}
