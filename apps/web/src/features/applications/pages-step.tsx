import { Suspense, lazy } from 'react';
import { Button } from '@of/ui';
import { m } from '@of/i18n';
import { PageHeading } from '../../app/page-heading';
import { PageLoading } from '../../app/page-loading';

const Uploads = lazy(() => import('../documents/uploads').then((module) => ({ default: module.Uploads })));

interface PagesStepProps {
  title: string;
  /** The pages stay in memory while the answers are checked; then they are not shown. */
  isShown: boolean;
  uploadIds: readonly string[];
  onReady: (uploadIds: string[]) => void;
  onDone: () => Promise<void>;
}

/** Choosing and sending the pages. */
export function PagesStep({ title, isShown, uploadIds, onReady, onDone }: PagesStepProps) {
  const isReady = uploadIds.length > 0;
  return (
    <div hidden={!isShown} className="stack stack-32">
      {isShown && (
        <PageHeading title={`${m.documents_pages()} – ${title}`} lead={m.documents_pages_lead()}>
          {m.documents_pages()}
        </PageHeading>
      )}
      <Suspense fallback={<PageLoading />}>
        <Uploads onReady={onReady} />
      </Suspense>
      <div className="stack stack-12">
        <div className="button-row">
          <Button aria-describedby="seiten-weiter" onClick={() => isReady && void onDone()}>
            {m.form_next()}
          </Button>
        </div>
        <p id="seiten-weiter" className="small muted" role="status">
          {isReady ? m.documents_pages_ready() : m.documents_pages_waiting()}
        </p>
      </div>
    </div>
  );
}
