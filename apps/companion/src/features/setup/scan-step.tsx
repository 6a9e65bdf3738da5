import { useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { Note, buttonClass } from '@of/ui';
import { m } from '@of/i18n';
import { PageHeading } from '../../app/page-heading';
import { scanQrCodes } from './qr-camera';
import { readQrContent } from './qr-content';
import { keepCode, startDraft } from './setup-draft';
import styles from './setup.module.css';
import { Back } from './back';

type Camera = 'starting' | 'searching' | 'denied' | 'missing';

const sentences: Record<Camera, () => string> = {
  starting: m.app_scan_starting,
  searching: m.app_scan_searching,
  denied: m.app_scan_denied,
  missing: m.app_scan_no_camera,
};

export function ScanStep() {
  const [, navigate] = useLocation();
  const video = useRef<HTMLVideoElement>(null);
  const [camera, setCamera] = useState<Camera>('starting');
  const [isOther, setIsOther] = useState(false);

  useEffect(() => {
    let stop = () => undefined as void;
    let isGone = false;

    function take(text: string): void {
      const content = readQrContent(text);
      if (!content) {
        setIsOther(true);
        return;
      }
      stop();
      if (content.kind === 'transfer') startDraft(content);
      else keepCode(content.code);
      navigate(content.kind === 'transfer' ? '/geraet' : '/einrichten/zugang');
    }

    scanQrCodes(video.current as HTMLVideoElement, take).then(
      (end) => {
        stop = end;
        if (isGone) stop();
        else setCamera('searching');
      },
      (error: unknown) => {
        const isDenied = error instanceof DOMException && error.name === 'NotAllowedError';
        if (!isGone) setCamera(isDenied ? 'denied' : 'missing');
      },
    );
    return () => {
      isGone = true;
      stop();
    };
  }, [navigate]);

  const isFailed = camera === 'denied' || camera === 'missing';
  return (
    <div className="stack">
      <Back to="/einrichten" />
      <PageHeading lead={m.app_scan_lead()}>{m.app_scan_title()}</PageHeading>
      <div className={styles.camera} hidden={isFailed}>
        <video ref={video} muted playsInline aria-label={m.app_scan_camera()} />
        <div className={styles.frame} />
      </div>
      <div role="status">
        {isFailed || isOther ? (
          <Note kind="warn">
            <p>{isFailed ? sentences[camera]() : m.app_scan_other()}</p>
          </Note>
        ) : (
          <p className="muted small">{sentences[camera]()}</p>
        )}
      </div>
      <div className="fill">
        <Link href="/einrichten/code" className={buttonClass({ look: isFailed ? 'first' : 'second' })}>
          {m.app_setup_type()}
        </Link>
      </div>
    </div>
  );
}
