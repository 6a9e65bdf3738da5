import { m } from '@of/i18n';
import styles from './approval.module.css';

/** The number to compare: the same on both screens. */
export function Ticket({ number }: { number: string }) {
  return (
    <div className={styles.ticket}>
      <p className={styles.number}>
        <small>{m.approval_your_number()}</small>
        <b>{number}</b>
      </p>
      <p className={styles.stub}>{m.approval_same_number()}</p>
    </div>
  );
}
