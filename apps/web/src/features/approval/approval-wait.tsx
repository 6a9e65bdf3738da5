import { useEffect, useState } from 'react';
import type { Approval } from '@of/api-client';
import { Steps } from '@of/ui';
import { m } from '@of/i18n';
import { serverNow } from '../session/session-watch';
import styles from './approval.module.css';
import { Ticket } from './ticket';
import { timeLeft } from './time-left';

/** The number, and how long there is to compare it. */
export function ApprovalWait({ approval }: { approval: Approval }) {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className={styles.wait}>
      <Ticket number={approval.matchNumber} />
      <div className={styles.waiting} role="status">
        <span className={styles.dots} aria-hidden>
          <i />
          <i />
          <i />
        </span>
        <p>
          <strong>{m.approval_waiting()}</strong>{' '}
          <span className="muted">{timeLeft(Date.parse(approval.expiresAt) - now)}</span>
        </p>
      </div>
    </div>
  );
}

/** What to do on the device. */
export function ApprovalSteps({ device, companionUrl }: { device: string; companionUrl: string }) {
  return (
    <Steps
      items={[
        <>
          {m.approval_step_open({ device })} <a href={companionUrl}>{m.approval_open_here()}</a>
        </>,
        m.approval_step_compare(),
        m.approval_step_release(),
      ]}
    />
  );
}
