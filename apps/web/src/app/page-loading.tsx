import { useEffect, useState } from 'react';
import { classes } from '@of/ui';
import { m } from '@of/i18n';
import styles from './page-loading.module.css';

/** Nothing for 300 ms, then lines of a fixed height, and a sentence after 5 s. */
export function PageLoading() {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), 5000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={classes('wrap', styles.loading)}>
      <div className={styles.lines} aria-hidden>
        <i />
        <i />
        <i />
      </div>
      <p role="status" className="muted">
        {isLong ? m.shell_loading_long() : <span className="vh">{m.shell_loading()}</span>}
      </p>
    </div>
  );
}
