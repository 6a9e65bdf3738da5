import { m } from '@of/i18n';
import styles from './countdown.module.css';
import { formatCountdown } from './session-deadline';
import { useRemainingSeconds } from './session-watch';

/** Quiet line on every page. Never a live region: nobody wants a clock read aloud. */
export function Countdown() {
  const seconds = useRemainingSeconds();
  return (
    <p className={styles.line}>
      {m.session_countdown()} <b>{formatCountdown(seconds)}</b>
    </p>
  );
}
