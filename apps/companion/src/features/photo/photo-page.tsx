import { useRef, useState } from 'react';
import { ApiProblem } from '@of/api-client';
import { Button, Note } from '@of/ui';
import { m } from '@of/i18n';
import { PageHeading } from '../../app/page-heading';
import { problemSentence } from '../../app/problem-sentence';
import { PhotoUpload } from './send-photo';

/** How long an upload waits to be sent, as the API keeps it. */
const UNUSED_DAYS = 7;

type State = { kind: 'idle' | 'done' } | { kind: 'sending'; percent: number } | { kind: 'failed'; error: unknown };

/** Takes a photo of a paper and sends it; it then waits in the portal. */
export function PhotoPage() {
  const [state, setState] = useState<State>({ kind: 'idle' });
  const upload = useRef<PhotoUpload>(null);
  const camera = useRef<HTMLInputElement>(null);
  const library = useRef<HTMLInputElement>(null);
  const isBusy = state.kind === 'sending';

  async function send(): Promise<void> {
    setState({ kind: 'sending', percent: 0 });
    try {
      await upload.current?.send();
      setState({ kind: 'done' });
    } catch (error) {
      setState({ kind: 'failed', error });
    }
  }

  function choose(files: FileList | null): void {
    const file = files?.[0];
    if (!file) return;
    upload.current = new PhotoUpload(file, (percent) => setState({ kind: 'sending', percent }));
    void send();
  }

  const isInterrupted = state.kind === 'failed' && state.error instanceof ApiProblem && state.error.status === 0;
  return (
    <div className="stack">
      <PageHeading lead={m.photo_lead()}>{m.photo_title()}</PageHeading>
      <div role="status">
        {state.kind === 'sending' && <p>{m.photo_sending({ percent: String(state.percent) })}</p>}
        {state.kind === 'done' && (
          <Note kind="ok">
            <p>
              <strong>{m.photo_sent()}</strong> {m.photo_sent_lead({ days: String(UNUSED_DAYS) })}
            </p>
          </Note>
        )}
      </div>
      {state.kind === 'failed' && (
        <Note kind="error" role="alert">
          <p>{isInterrupted ? m.photo_interrupted() : problemSentence(state.error)}</p>
          {isInterrupted && (
            <Button look="second" isSmall onClick={() => void send()}>
              {m.photo_again()}
            </Button>
          )}
        </Note>
      )}
      <div className="stack stack-12">
        <Button isBusy={isBusy} onClick={() => camera.current?.click()}>
          {m.photo_take()}
        </Button>
        <Button look="second" isBusy={isBusy} onClick={() => library.current?.click()}>
          {m.photo_choose()}
        </Button>
      </div>
      <input
        ref={camera}
        type="file"
        hidden
        accept="image/*"
        capture="environment"
        onChange={(event) => choose(event.target.files)}
      />
      <input
        ref={library}
        type="file"
        hidden
        accept="image/*,.heic,.heif,application/pdf"
        onChange={(event) => choose(event.target.files)}
      />
    </div>
  );
}
