import { CircleAlert } from 'lucide-react';
import styles from './field.module.css';

/** What to do about an entry, above its field. */
export function FieldError({ id, prefix, message }: { id: string; prefix?: string; message: string }) {
  return (
    <p className={styles.error} id={id}>
      <CircleAlert aria-hidden />
      <span>
        {prefix && <span className="vh">{prefix}</span>}
        {message}
      </span>
    </p>
  );
}
