import { useEffect, useRef, useState } from 'react';
import { AlertDialog, Button, Note } from '@of/ui';
import { m } from '@of/i18n';
import { announcedSeconds } from './session-deadline';
import { isSessionOver, stayLoggedIn } from './session-watch';
import { useLogOut } from './use-log-out';
import styles from './idle-dialog.module.css';

function timeLeft(seconds: number): string {
  const announced = announcedSeconds(seconds);
  if (announced === 120) return m.session_warning_two_minutes();
  if (announced === 60) return m.session_warning_one_minute();
  return m.session_warning_seconds({ seconds: String(announced) });
}

export function IdleDialog({ seconds }: { seconds: number }) {
  const [hasFailed, setHasFailed] = useState(false);
  const logOut = useLogOut();
  const stayButton = useRef<HTMLButtonElement>(null);
  useEffect(() => stayButton.current?.focus(), []);
  async function stay(): Promise<void> {
    try {
      await stayLoggedIn();
    } catch (error) {
      if (!isSessionOver(error)) setHasFailed(true);
    }
  }
  return (
    <AlertDialog
      title={m.session_warning_title()}
      onClose={() => void stay()}
      actions={
        <>
          <Button onClick={() => void stay()} ref={stayButton}>
            {m.session_stay()}
          </Button>
          <Button look="second" onClick={() => void logOut()}>
            {m.session_log_out()}
          </Button>
        </>
      }
    >
      <p>{m.session_warning_why()}</p>
      <p role="status">
        <span className="muted">{m.session_warning_left()}</span>{' '}
        <span className={styles.amount}>{timeLeft(seconds)}</span>
      </p>
      <p>{m.session_warning_data()}</p>
      {hasFailed && (
        <Note kind="error" role="alert">
          <p>{m.problem_network()}</p>
        </Note>
      )}
    </AlertDialog>
  );
}
