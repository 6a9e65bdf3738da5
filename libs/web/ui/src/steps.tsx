import type { ReactNode } from 'react';
import styles from './steps.module.css';

/** What to do, one thing after the other. */
export function Steps({ items }: { items: readonly ReactNode[] }) {
  return (
    <ol className={styles.steps}>
      {items.map((item, index) => (
        <li key={index}>
          <span>{item}</span>
        </li>
      ))}
    </ol>
  );
}
