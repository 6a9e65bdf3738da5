import { useRef } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Camera, Images } from 'lucide-react';
import { answerOf, api } from '@of/api-client';
import { DateOnly } from '@of/kernel';
import { Button, Note, Section } from '@of/ui';
import { formatDay, m } from '@of/i18n';
import { PageHeading } from '../../app/page-heading';
import { PhotoRow } from './photo-row';
import { usePhotos } from './use-photos';
import styles from './photo.module.css';

/** Takes photos of a paper, page by page, and sends them; they then wait in the portal. */
export function PhotoPage() {
  const { photos, add, again } = usePhotos();
  const { data: limits } = useQuery({
    queryKey: ['upload-limits'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/uploads/limits', { signal })),
    staleTime: Infinity,
  });
  const camera = useRef<HTMLInputElement>(null);
  const library = useRef<HTMLInputElement>(null);
  const done = photos.filter(({ state }) => state === 'done');
  const isAllDone = photos.length > 0 && done.length === photos.length;
  const [first] = done;

  function choose(input: HTMLInputElement): void {
    add([...(input.files ?? [])]);
    // The same file may be chosen again.
    input.value = '';
  }

  return (
    <div className="stack">
      <PageHeading lead={m.photo_lead()}>{m.photo_title()}</PageHeading>
      {limits?.isScanned === false && <Note kind="warn">{m.uploads_unscanned()}</Note>}
      {photos.length > 0 && (
        <Section title={m.photo_pages()}>
          <ol className={styles.photos}>
            {photos.map((photo, index) => (
              <PhotoRow key={photo.key} photo={photo} number={index + 1} onAgain={() => again(photo.key)} />
            ))}
          </ol>
        </Section>
      )}
      <div role="status">
        {isAllDone && first?.until && (
          <Note kind="ok">
            <p>
              <strong>
                {done.length === 1 ? m.photo_sent_one() : m.photo_sent_many({ count: String(done.length) })}
              </strong>{' '}
              {m.photo_sent_lead({ date: formatDay(String(DateOnly.fromInstant(new Date(first.until)))) })}
            </p>
          </Note>
        )}
      </div>
      <div className="stack stack-12">
        <Button onClick={() => camera.current?.click()}>
          <Camera aria-hidden />
          {photos.length === 0 ? m.photo_take() : m.photo_next()}
        </Button>
        <Button look="second" onClick={() => library.current?.click()}>
          <Images aria-hidden />
          {m.photo_choose()}
        </Button>
        {limits && (
          <p className="muted small">{m.photo_limits({ fileMb: String(Math.round(limits.fileBytes / 2 ** 20)) })}</p>
        )}
      </div>
      <input
        ref={camera}
        type="file"
        hidden
        accept="image/*"
        capture="environment"
        onChange={(event) => choose(event.target)}
      />
      <input
        ref={library}
        type="file"
        hidden
        multiple
        accept="image/*,.heic,.heif,application/pdf"
        onChange={(event) => choose(event.target)}
      />
    </div>
  );
}
