import type { ComponentType, ReactNode } from 'react';
import { ChevronRight, type LucideProps } from 'lucide-react';
import styles from './rows.module.css';

/** A list parted by hairlines. */
export function Rows({ children }: { children: ReactNode }) {
  return <ul className={styles.rows}>{children}</ul>;
}

/** Class of a link that fills a row; its content is a `RowContent`. */
export const rowLinkClass = styles.link as string;

interface RowContentProps {
  icon: ComponentType<LucideProps>;
  title: ReactNode;
  meta?: ReactNode;
}

export function RowContent({ icon: Icon, title, meta }: RowContentProps) {
  return (
    <>
      <Icon aria-hidden />
      <span>
        <span className={styles.title}>{title}</span>
        {meta && <span className={styles.meta}>{meta}</span>}
      </span>
      <ChevronRight aria-hidden />
    </>
  );
}
