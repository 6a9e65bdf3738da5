import { Suspense, lazy } from 'react';
import type { DocumentForm } from '@of/api-client';
import { Button, Note, Section } from '@of/ui';
import { m } from '@of/i18n';
import { PageHeading } from '../../app/page-heading';
import { PageLoading } from '../../app/page-loading';
import styles from './applications.module.css';

const Uploads = lazy(() => import('../documents/uploads').then((module) => ({ default: module.Uploads })));

interface PagesStepProps {
  form: DocumentForm;
  /** The pages stay in memory while the answers are checked; then they are not shown. */
  isShown: boolean;
  uploadIds: readonly string[];
  /** Those that had arrived when the form was left. */
  earlier?: readonly string[];
  onArrived: (uploadIds: string[], isAll: boolean) => void;
  onDone: () => Promise<void>;
}

/** Choosing and sending the pages. */
export function PagesStep({ form, isShown, uploadIds, earlier, onArrived, onDone }: PagesStepProps) {
  const isReady = uploadIds.length > 0;
  return (
    <div hidden={!isShown}>
      <div className="columns">
        <div className="stack stack-32">
          {isShown && (
            <PageHeading title={`${m.documents_pages()} – ${form.title}`} lead={m.documents_pages_lead()}>
              {m.documents_pages()}
            </PageHeading>
          )}
          <Suspense fallback={<PageLoading />}>
            <Uploads earlier={earlier} onArrived={onArrived} />
          </Suspense>
          <div className="stack stack-12">
            <div className="button-row">
              <Button aria-describedby="seiten-weiter" onClick={() => isReady && void onDone()}>
                {m.form_next()}
              </Button>
            </div>
            <p id="seiten-weiter" className="small muted">
              {!isReady && m.documents_pages_waiting()}
            </p>
          </div>
        </div>
        <aside className="stack stack-32">
          <Section title={m.documents_legible()}>
            <ul className={styles.legible}>
              {form.legible.map((part) => (
                <li key={part}>{part}</li>
              ))}
            </ul>
          </Section>
          <Note>
            <p>{m.documents_receipt_follows()}</p>
          </Note>
        </aside>
      </div>
    </div>
  );
}
