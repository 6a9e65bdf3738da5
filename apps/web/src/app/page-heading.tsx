import type { ReactNode } from 'react';
import { keepTogether } from '@of/ui';
import { useHeadingFocus } from './heading-focus';
import { usePageTitle } from './page-title';
import styles from './page-heading.module.css';

interface PageHeadingProps {
  children: string;
  /** Title of the document where it says more than the heading. */
  title?: string;
  lead?: ReactNode;
  above?: ReactNode;
  hasError?: boolean;
}

/** H1 of a page. It takes the focus when the page was changed, so that reading goes on here. */
export function PageHeading({ children, title, lead, above, hasError = false }: PageHeadingProps) {
  const heading = useHeadingFocus();
  usePageTitle(title ?? children, hasError);
  return (
    <div className={styles.head}>
      {above && <p className="muted">{above}</p>}
      <h1 ref={heading} tabIndex={-1}>
        {keepTogether(children)}
      </h1>
      {lead && <p className="lead">{typeof lead === 'string' ? keepTogether(lead) : lead}</p>}
    </div>
  );
}
