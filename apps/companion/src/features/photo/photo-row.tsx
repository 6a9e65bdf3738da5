import { useId, useState } from 'react';
import { Check, FileText, TriangleAlert } from 'lucide-react';
import { ApiProblem } from '@of/api-client';
import { Button, Tag } from '@of/ui';
import { m } from '@of/i18n';
import { problemSentence } from '../../app/problem-sentence';
import type { Photo } from './use-photos';
import styles from './photo.module.css';

interface PhotoRowProps {
  photo: Photo;
  number: number;
  onAgain: () => void;
}

export function PhotoRow({ photo, number, onAgain }: PhotoRowProps) {
  return (
    <li>
      <Picture url={photo.pictureUrl} />
      <div className={styles.body}>
        <h3>{m.photo_page({ page: String(number) })}</h3>
        <Progress photo={photo} number={number} onAgain={onAgain} />
      </div>
    </li>
  );
}

/** HEIC and PDF are no pictures to most browsers: then a sheet stands for them. */
function Picture({ url }: { url: string | null }) {
  const [isDrawn, setIsDrawn] = useState(url !== null);
  return isDrawn && url ? (
    <img className={styles.thumb} src={url} alt="" onError={() => setIsDrawn(false)} />
  ) : (
    <span className={styles.thumb} aria-hidden>
      <FileText />
    </span>
  );
}

function Progress({ photo, number, onAgain }: PhotoRowProps) {
  const id = useId();
  const { state, percent, error } = photo;
  if (state === 'waiting') return <p className="muted small">{m.photo_waiting()}</p>;
  if (state === 'done') {
    return (
      <Tag kind="ok" icon={Check}>
        {m.uploads_arrived()}
      </Tag>
    );
  }
  if (state === 'failed') {
    // Without an answer, or with one that asks for patience, going on helps; a refused file stays refused.
    const isFinal = error instanceof ApiProblem && error.status === 422;
    const isGone = error instanceof ApiProblem && error.status === 0;
    return (
      <div role="alert" className={styles.body}>
        <Tag kind="warn" icon={TriangleAlert}>
          {isFinal ? m.uploads_failed() : m.uploads_interrupted()}
        </Tag>
        <p className="small">{isGone ? m.photo_interrupted() : problemSentence(error)}</p>
        {!isFinal && (
          <Button look="second" isSmall onClick={onAgain} aria-label={m.uploads_resume({ page: String(number) })}>
            {m.uploads_resume_short()}
          </Button>
        )}
      </div>
    );
  }
  return (
    <>
      <p id={id} className="small">
        {percent === 100 ? m.photo_checking() : m.photo_sending({ percent: String(percent) })}
      </p>
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
    </>
  );
}
