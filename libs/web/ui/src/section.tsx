import { useId, type ReactNode } from 'react';
import styles from './section.module.css';

interface SectionProps {
  title: ReactNode;
  /** Stands at the end of the head, for example a link to the whole list. */
  aside?: ReactNode;
  children: ReactNode;
  as?: 'section' | 'aside';
}

export function Section({ title, aside, children, as: Tag = 'section' }: SectionProps) {
  const id = useId();
  return (
    <Tag className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </Tag>
  );
}
