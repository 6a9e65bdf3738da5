import type { ReactNode } from 'react';
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import { classes } from './classes';
import styles from './note.module.css';

const icons = { info: Info, ok: CircleCheck, warn: TriangleAlert, error: CircleAlert };

interface NoteProps {
  kind?: keyof typeof icons;
  /** `status` says it politely when it appears, `alert` at once. */
  role?: 'status' | 'alert';
  children: ReactNode;
}

export function Note({ kind = 'info', role, children }: NoteProps) {
  const Icon = icons[kind];
  return (
    <div className={classes(styles.note, kind !== 'info' && styles[kind])} role={role}>
      <Icon aria-hidden />
      <div className={styles.body}>{children}</div>
    </div>
  );
}
