import { classes } from './classes';
import styles from './leaf.module.css';

interface LeafProps {
  /** Word above the day, for example "bis". */
  top: string;
  day: string;
  month: string;
  isUrgent?: boolean;
}

/** Calendar leaf: a date somebody can count on. The sentence beside it names the date in full, so it is hidden from readers. */
export function Leaf({ top, day, month, isUrgent }: LeafProps) {
  return (
    <div className={classes(styles.leaf, isUrgent && styles.warn)} aria-hidden>
      <p className={styles.top}>
        <span>{top}</span>
      </p>
      <p className={styles.day}>
        <b>{day}</b>
        <span>{month}</span>
      </p>
    </div>
  );
}
