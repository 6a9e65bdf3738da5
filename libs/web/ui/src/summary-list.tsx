import type { ReactNode } from 'react';
import styles from './summary-list.module.css';

export function SummaryList({ children }: { children: ReactNode }) {
  return <dl className={styles.list}>{children}</dl>;
}

interface SummaryRowProps {
  term: ReactNode;
  children: ReactNode;
  /** Where it comes from, or how far it is proven. */
  origin?: ReactNode;
  act?: ReactNode;
}

export function SummaryRow({ term, children, origin, act }: SummaryRowProps) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        {children}
        {origin && <span className={styles.origin}>{origin}</span>}
      </dd>
      {act && <dd className={styles.act}>{act}</dd>}
    </div>
  );
}
