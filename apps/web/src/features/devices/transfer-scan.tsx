import { Suspense, lazy, useEffect, useState } from 'react';
import type { DeviceTransfer } from '@of/api-client';
import { Button, Section, Steps } from '@of/ui';
import { m } from '@of/i18n';
import { PageHeading } from '../../app/page-heading';
import { timeLeft } from '../approval/time-left';
import { serverNow } from '../session/session-watch';
import styles from './devices.module.css';

const QrPicture = lazy(() => import('./qr-picture').then((module) => ({ default: module.QrPicture })));

/** The code to scan, the same as an address to open, and how long both work. */
export function TransferScan({ transfer: { qr, expiresAt } }: { transfer: DeviceTransfer }) {
  return (
    <>
      <PageHeading lead={m.transfer_scan_lead()}>{m.transfer_scan_title()}</PageHeading>
      <div className="columns">
        <div className="stack stack-32">
          <div className={styles.qr}>
            <Suspense fallback={null}>
              <QrPicture text={qr} label={m.transfer_qr_label()} />
            </Suspense>
          </div>
          <Waiting expiresAt={expiresAt} />
          <Section title={m.transfer_no_camera()}>
            <div className="stack stack-12">
              <p>{m.transfer_no_camera_text()}</p>
              <p className={styles.link}>{qr}</p>
              <div className="button-row">
                <CopyButton text={qr} />
                <a href={qr}>{m.approval_open_here()}</a>
              </div>
            </div>
          </Section>
        </div>
        <Section as="aside" title={m.device_how_title()}>
          <Steps
            items={[m.transfer_step_camera(), m.transfer_step_open(), m.transfer_how_unlock(), m.transfer_step_here()]}
          />
        </Section>
      </div>
    </>
  );
}

function Waiting({ expiresAt }: { expiresAt: string }) {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <p role="status">
      <strong>{m.transfer_waiting()}</strong> <span className="muted">{timeLeft(Date.parse(expiresAt) - now)}</span>
    </p>
  );
}

function CopyButton({ text }: { text: string }) {
  const [isCopied, setIsCopied] = useState(false);
  return (
    <>
      <Button
        look="second"
        isSmall
        onClick={() => void navigator.clipboard.writeText(text).then(() => setIsCopied(true))}
      >
        {m.transfer_copy()}
      </Button>
      <span role="status" className="small muted">
        {isCopied && m.transfer_copied()}
      </span>
    </>
  );
}
