import { useId, type ReactNode } from 'react';
import { Lock } from 'lucide-react';
import styles from './card.module.css';

/** One thing to act on. */
export function Card({ children }: { children: ReactNode }) {
  return <div className={styles.card}>{children}</div>;
}

/** Something on record, to read and to print. */
export function Sheet({ children }: { children: ReactNode }) {
  return <div className={styles.sheet}>{children}</div>;
}

interface LockedNoteProps {
  title: ReactNode;
  lead: ReactNode;
  children: ReactNode;
}

/** Says what is locked, why, and how to go on. It is read before the locked rows. */
export function LockedNote({ title, lead, children }: LockedNoteProps) {
  const id = useId();
  return (
    <section className={styles.locked} aria-labelledby={id}>
      <div className={styles.lockedHead}>
        <span className={styles.lockedIcon}>
          <Lock aria-hidden />
        </span>
        <div>
          <h2 id={id}>{title}</h2>
          <p>{lead}</p>
        </div>
      </div>
      {children}
    </section>
  );
}
