import { useId, useLayoutEffect, useRef, type RefObject } from 'react';
import {
  ArrowDown,
  ArrowUp,
  Check,
  FileText,
  Pause,
  Play,
  RotateCw,
  Trash2,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react';
import { Button, Tag } from '@of/ui';
import { m } from '@of/i18n';
import { megabytes } from './megabytes';
import type { Page, UploadQueue } from './upload-queue';
import styles from './uploads.module.css';

const hints = { blurred: m.uploads_hint_blurred, dark: m.uploads_hint_dark, cut: m.uploads_hint_cut };

interface PageRowProps {
  page: Page;
  number: number;
  isLast: boolean;
  queue: UploadQueue;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

export function PageRow({ page, number, isLast, queue, onMove, onRemove }: PageRowProps) {
  const row = useRef<HTMLLIElement>(null);
  const named = { page: String(number) };
  const isPausable = page.state === 'sending' || page.state === 'waiting';
  const isResumable = page.state === 'paused' || page.state === 'interrupted';
  return (
    <li ref={row} tabIndex={-1}>
      {page.previewUrl ? (
        <img className={styles.thumb} src={page.previewUrl} alt="" />
      ) : (
        <span className={styles.thumb} aria-hidden>
          <FileText />
        </span>
      )}
      <div className={styles.body}>
        <h3>{m.uploads_page(named)}</h3>
        <Progress page={page} />
        {(isPausable || isResumable) && (
          <StopOrGo isStopped={isResumable} number={number} row={row} queue={queue} pageKey={page.key} />
        )}
      </div>
      <div className={styles.acts}>
        <IconButton icon={ArrowUp} label={m.uploads_up(named)} isOff={number === 1} onPress={() => onMove(-1)} />
        <IconButton icon={ArrowDown} label={m.uploads_down(named)} isOff={isLast} onPress={() => onMove(1)} />
        {page.previewUrl && (
          <IconButton icon={RotateCw} label={m.uploads_rotate(named)} onPress={() => void queue.rotate(page.key)} />
        )}
        <IconButton icon={Trash2} label={m.uploads_remove(named)} onPress={onRemove} />
      </div>
    </li>
  );
}

function Progress({ page }: { page: Page }) {
  const id = useId();
  const { file, state, sent, hint, reason } = page;
  const { name } = file;
  if (state === 'done') {
    return (
      <>
        <p>{file.size > 0 ? m.uploads_done({ name, size: megabytes(file.size) }) : name}</p>
        {hint ? (
          <>
            <Tag kind="warn" icon={TriangleAlert}>
              {hints[hint]()}
            </Tag>
            <p className="small">{m.uploads_hint_question()}</p>
          </>
        ) : (
          <Tag kind="ok" icon={Check}>
            {page.previewUrl ? m.uploads_legible() : m.uploads_arrived()}
          </Tag>
        )}
      </>
    );
  }
  if (state === 'failed') {
    return (
      <div role="alert" className={styles.fault}>
        <p>{name}</p>
        <Tag kind="warn" icon={TriangleAlert}>
          {m.uploads_failed()}
        </Tag>
        <p>{reason}</p>
      </div>
    );
  }
  const sentence = {
    waiting: m.uploads_waiting,
    sending: m.uploads_sending,
    paused: m.uploads_paused,
    checking: m.uploads_checking,
    interrupted: m.uploads_stopped,
  }[state];
  const percent = Math.floor((100 * sent) / Math.max(1, file.size));
  return (
    <>
      <p id={id}>{sentence({ name })}</p>
      <div
        className={styles.meter}
        role="progressbar"
        aria-labelledby={id}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <i style={{ width: `${percent}%` }} />
      </div>
      <p className="small muted">
        {m.uploads_progress({ percent: String(percent), sent: megabytes(sent), size: megabytes(file.size) })}
      </p>
      {state === 'interrupted' && (
        <p role="alert" className={styles.fault}>
          {reason ?? m.uploads_interrupted_lead()}
        </p>
      )}
    </>
  );
}

interface StopOrGoProps {
  isStopped: boolean;
  number: number;
  row: RefObject<HTMLLIElement | null>;
  queue: UploadQueue;
  pageKey: number;
}

/** One control, so that the focus stays while its meaning changes; once there is nothing to stop, its row takes the focus. */
function StopOrGo({ isStopped, number, row, queue, pageKey }: StopOrGoProps) {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const own = button.current;
    const holder = row.current;
    return () => {
      if (document.activeElement === own) holder?.focus();
    };
  }, [row]);
  const named = { page: String(number) };
  return (
    <Button
      ref={button}
      look="second"
      isSmall
      aria-label={isStopped ? m.uploads_resume(named) : m.uploads_pause(named)}
      onClick={() => (isStopped ? queue.resume(pageKey) : queue.pause(pageKey))}
    >
      {isStopped ? <Play aria-hidden /> : <Pause aria-hidden />}
      {isStopped ? m.uploads_resume_short() : m.uploads_pause_short()}
    </Button>
  );
}

interface IconButtonProps {
  icon: LucideIcon;
  label: string;
  isOff?: boolean;
  onPress: () => void;
}

/** Stays where it is when there is nothing to do, so that the focus is not lost. */
function IconButton({ icon: Icon, label, isOff, onPress }: IconButtonProps) {
  return (
    <button
      type="button"
      className={styles.icon}
      aria-label={label}
      aria-disabled={isOff || undefined}
      onClick={() => !isOff && onPress()}
    >
      <Icon aria-hidden />
    </button>
  );
}
