import { Suspense, lazy, useEffect, useState } from 'react';
import { setTitleWarning } from '../../app/page-title';
import { saveOpenForms } from '../drafts/open-forms';
import { WARNING_SECONDS } from './session-deadline';
import { useRemainingSeconds } from './session-watch';

const IdleDialog = lazy(() => import('./idle-dialog').then((module) => ({ default: module.IdleDialog })));

/** The last moment in which what was typed can still be saved: saving does not extend a session. */
const LAST_SECONDS = 15;

/** Asks two minutes before the end. The dialog is loaded with the first session, so that it needs no network later. */
export function IdleWarning() {
  const seconds = useRemainingSeconds();
  const [hasSession, setHasSession] = useState(false);
  const isDue = seconds !== null && seconds <= WARNING_SECONDS && seconds > 0;
  useEffect(() => {
    if (seconds !== null && !hasSession) {
      setHasSession(true);
      void import('./idle-dialog');
      // Without a network, too, the end of the session has to take the page away.
      void import('../identity/logged-out-page');
    }
  }, [seconds, hasSession]);
  useEffect(() => setTitleWarning(isDue), [isDue]);
  const isLast = isDue && seconds <= LAST_SECONDS;
  useEffect(() => void (isDue && void saveOpenForms()), [isDue, isLast]);
  if (!isDue) return null;
  return (
    <Suspense fallback={null}>
      <IdleDialog seconds={seconds} />
    </Suspense>
  );
}
