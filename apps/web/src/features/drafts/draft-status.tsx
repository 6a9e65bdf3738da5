import { useState } from 'react';
import { Button, Note } from '@of/ui';
import { berlinDay, formatDay, formatMoment, formatTime, m } from '@of/i18n';
import { problemSentence } from '../../app/problem-sentence';
import type { Draft, SaveStatus } from './use-draft';
import styles from './drafts.module.css';

const isToday = (moment: Date): boolean => moment.toDateString() === new Date().toDateString();

function savedSentence(savedAt: string | null, expiresAt: string | null): string {
  if (!savedAt || !expiresAt) return m.draft_status_none();
  const moment = new Date(savedAt);
  const saved = isToday(moment)
    ? m.draft_status_saved_today({ time: formatTime(moment) })
    : m.draft_status_saved({ moment: formatMoment(moment) });
  return `${saved} ${m.draft_status_until({ date: formatDay(berlinDay(expiresAt)) })}`;
}

const troubles: Partial<Record<SaveStatus, () => string>> = {
  failed: m.draft_status_failed,
  offline: m.draft_status_offline,
  'signed-out': m.draft_status_signed_out,
  'too-large': m.draft_status_too_large,
};

interface DraftStatusProps<T extends object> {
  draft: Draft<T>;
  /** The form shows these values from now on; undefined: nothing. */
  onReset: (values: T | undefined) => void;
}

/** Whether what was typed is saved, beside the button that saves it. Only trouble is said aloud. */
export function DraftStatus<T extends object>({ draft, onReset }: DraftStatusProps<T>) {
  const [refusal, setRefusal] = useState<unknown>(null);
  const trouble = troubles[draft.status];
  async function remove(): Promise<void> {
    try {
      await draft.remove();
      setRefusal(null);
      onReset(undefined);
    } catch (error) {
      setRefusal(error);
    }
  }
  return (
    <div className={styles.status}>
      <p id={draft.statusId} className="muted">
        {draft.status === 'saving' ? m.draft_status_saving() : savedSentence(draft.savedAt, draft.expiresAt)}
      </p>
      <div role="status">
        {trouble && (
          <Note kind="warn">
            <p>{trouble()}</p>
          </Note>
        )}
        {refusal !== null && (
          <Note kind="warn">
            <p>{problemSentence(refusal)}</p>
          </Note>
        )}
        {draft.status === 'changed' && (
          <Note kind="warn">
            <p>{m.draft_changed_text()}</p>
            <div className="button-row">
              <Button isSmall onClick={() => onReset(draft.takeNewer())}>
                {m.draft_changed_newer()}
              </Button>
              <Button look="second" isSmall onClick={() => void draft.keepMine()}>
                {m.draft_changed_mine()}
              </Button>
            </div>
          </Note>
        )}
      </div>
      {draft.savedAt && (
        <Button look="quiet" isSmall isFlush onClick={() => void remove()}>
          {m.draft_delete()}
        </Button>
      )}
    </div>
  );
}

/** Says that the form goes on where it was left. */
export function DraftRestored<T extends object>({ draft }: { draft: Draft<T> }) {
  if (!draft.isRestored || !draft.savedAt) return null;
  return (
    <div className="narrow">
      <Note>
        <p>{m.draft_restored({ moment: formatMoment(draft.savedAt) })}</p>
      </Note>
    </div>
  );
}
