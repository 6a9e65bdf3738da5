import { Suspense, lazy, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Camera, Smartphone, Upload as UploadIcon } from 'lucide-react';
import { Button, Note, Section } from '@of/ui';
import { m } from '@of/i18n';
import { useBranding } from '../../app/branding';
import { uploadLimitsQuery, waitingUploadsQuery } from './api/uploads.api';
import { FilePicker } from './file-picker';
import { megabytes } from './megabytes';
import { PageRow } from './page-row';
import { UploadQueue } from './upload-queue';
import styles from './uploads.module.css';

const PhoneHandover = lazy(() => import('./phone-handover').then((module) => ({ default: module.PhoneHandover })));

interface UploadsProps {
  /** Pages that had arrived when the form was left, in the member's order; those that are gone are left out. */
  earlier?: readonly string[];
  /** Called with the ids that have arrived, in the member's order, and whether they are all and may be sent. */
  onArrived: (uploadIds: string[], isAll: boolean) => void;
}

/** Choosing, ordering and sending the pages of one document. What they are for is the caller's to say. */
export function Uploads({ earlier = [], onArrived }: UploadsProps) {
  const { data: limits } = useSuspenseQuery(uploadLimitsQuery);
  const branding = useBranding();
  const [queue] = useState(
    () =>
      new UploadQueue(({ size }) =>
        size > limits.fileBytes
          ? m.uploads_too_large({ actual: megabytes(size), allowed: megabytes(limits.fileBytes) })
          : null,
      ),
  );
  const pages = useSyncExternalStore(queue.subscribe, queue.read);
  const [isOnPhone, setIsOnPhone] = useState(false);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const choice = useRef<HTMLDivElement>(null);

  const isTooMuch =
    pages.length > limits.pages || pages.reduce((sum, { file }) => sum + file.size, 0) > limits.caseBytes;
  const done = pages.filter(({ state }) => state === 'done');
  const isReady = pages.length > 0 && done.length === pages.length && !isTooMuch;
  const arrived = done.map(({ uploadId }) => uploadId as string).join();

  // The caller may give a new function with each drawing; only what has arrived counts.
  const tell = useRef(onArrived);
  tell.current = onArrived;
  useEffect(() => tell.current(arrived === '' ? [] : arrived.split(','), isReady), [arrived, isReady]);

  useEffect(() => {
    const goOn = () => queue.resumeInterrupted();
    window.addEventListener('online', goOn);
    return () => {
      window.removeEventListener('online', goOn);
      queue.close();
    };
  }, [queue]);

  const move = (key: number, by: 1 | -1, name: string, page: number) => {
    queue.move(key, by);
    setSaid(m.uploads_moved({ name, page: String(page + by) }));
  };
  const remove = (key: number, name: string) => {
    queue.remove(key);
    setSaid(m.uploads_removed({ name }));
    // The button that was pressed is gone.
    (queue.read().length > 0 ? list.current : choice.current?.querySelector('button'))?.focus();
  };

  return (
    <div className="stack stack-32">
      {earlier.length > 0 && <Earlier ids={earlier} onFound={(id, name) => queue.addArrived(id, name)} />}
      <div className="stack">
        {!limits.isScanned && <Note kind="warn">{m.uploads_unscanned()}</Note>}
        <div className="stack stack-12">
          <p className="small muted" id="upload-limits">
            <strong>{m.uploads_limits_label()}</strong>{' '}
            {m.uploads_limits({
              fileMb: megabytes(limits.fileBytes),
              caseMb: megabytes(limits.caseBytes),
              pages: String(limits.pages),
            })}
          </p>
          <div className="button-row" ref={choice}>
            <FilePicker
              mediaTypes={limits.mediaTypes}
              describedBy="upload-limits"
              onFiles={(files) => queue.add(files)}
            >
              <UploadIcon aria-hidden />
              {m.uploads_choose()}
            </FilePicker>
            <FilePicker
              className={styles.camera}
              look="second"
              mediaTypes={['image/*']}
              isCamera
              describedBy="upload-limits"
              onFiles={(files) => queue.add(files)}
            >
              <Camera aria-hidden />
              {m.uploads_photo()}
            </FilePicker>
            {branding && (
              <Button look="second" aria-expanded={isOnPhone} onClick={() => setIsOnPhone(!isOnPhone)}>
                <Smartphone aria-hidden />
                {m.uploads_phone()}
              </Button>
            )}
          </div>
        </div>
      </div>
      {isOnPhone && branding && (
        <Suspense fallback={null}>
          <PhoneHandover url={`${branding.companionUrl}/foto`} onClose={() => setIsOnPhone(false)} />
          <FromPhone onArrived={(id, name) => queue.addArrived(id, name)} />
        </Suspense>
      )}
      {pages.length > 0 && (
        <Section title={m.uploads_pages()}>
          <div className="stack stack-12">
            <p className="small muted">{m.uploads_count({ done: String(done.length), all: String(pages.length) })}</p>
            <ol className={styles.files} ref={list} tabIndex={-1} aria-label={m.uploads_pages()}>
              {pages.map((page, index) => (
                <PageRow
                  key={page.key}
                  page={page}
                  number={index + 1}
                  isLast={index === pages.length - 1}
                  queue={queue}
                  onMove={(by) => move(page.key, by, page.file.name, index + 1)}
                  onRemove={() => remove(page.key, page.file.name)}
                />
              ))}
            </ol>
          </div>
        </Section>
      )}
      {isTooMuch && (
        <Note kind="error" role="alert">
          {m.uploads_too_many({ caseMb: megabytes(limits.caseBytes), pages: String(limits.pages) })}
        </Note>
      )}
      <p role="status" className="small muted">
        {isReady && m.uploads_all_done()}
      </p>
      <p role="status" className="vh">
        {said}
      </p>
    </div>
  );
}

/** Pages that are with us already, from before a break. */
function Earlier({ ids, onFound }: { ids: readonly string[]; onFound: (uploadId: string, name: string) => void }) {
  const { data } = useQuery(waitingUploadsQuery);
  const tell = useRef(onFound);
  tell.current = onFound;
  const [wanted] = useState(ids);
  useEffect(() => {
    for (const id of wanted) {
      const upload = data?.find((known) => known.id === id);
      if (upload?.state === 'accepted') tell.current(id, upload.name);
    }
  }, [data, wanted]);
  return null;
}

/** Photos the member sends from their smartphone meanwhile. */
function FromPhone({ onArrived }: { onArrived: (uploadId: string, name: string) => void }) {
  const [since] = useState(() => Date.now());
  const { data = [] } = useQuery({ ...waitingUploadsQuery, refetchInterval: 3_000 });
  const tell = useRef(onArrived);
  tell.current = onArrived;
  useEffect(() => {
    for (const upload of data) {
      if (upload.state === 'accepted' && upload.isFromDevice && Date.parse(upload.createdAt) > since - 600_000) {
        tell.current(upload.id, upload.name);
      }
    }
  }, [data, since]);
  return null;
}
