import type { ComponentType, ReactNode } from 'react';
import type { LucideProps } from 'lucide-react';
import { classes } from './classes';
import styles from './tag.module.css';

interface TagProps {
  kind?: 'plain' | 'ok' | 'warn' | 'info';
  icon: ComponentType<LucideProps>;
  children: ReactNode;
}

/** A status: always icon and word, never colour alone. */
export function Tag({ kind = 'plain', icon: Icon, children }: TagProps) {
  return (
    <span className={classes(styles.tag, kind !== 'plain' && styles[kind])}>
      <Icon aria-hidden />
      {children}
    </span>
  );
}
