import { useEffect, useId, useRef, useState } from 'react';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { ApiProblem, type Draft as StoredDraft } from '@of/api-client';
import { sessionQuery } from '../session/session-query';
import { deleteDraft, draftQuery, draftsQuery, readDraft, saveDraft } from './api/drafts.api';
import { lift, type DraftForm } from './draft-form';
import { addOpenForm } from './open-forms';
import { forgetUnsaved, keepUnsaved, unsavedOf } from './unsaved';

export type SaveStatus = 'none' | 'saving' | 'saved' | 'failed' | 'offline' | 'signed-out' | 'too-large' | 'changed';

/** A form's draft. Saving never throws: the status says how it went, and what was typed stays where it is. */
export interface Draft<T extends object> {
  /** What was saved, or typed and not saved, before this page opened. */
  values: T | undefined;
  returnUrl: string | undefined;
  /** Whether `values` came from the server when the page opened: then it is worth saying. */
  isRestored: boolean;
  savedAt: string | null;
  expiresAt: string | null;
  status: SaveStatus;
  /** For `aria-describedby` of the button that saves. */
  statusId: string;
  /**
   * @param returnUrl where the form goes on, for example `/daten/anschrift?schritt=pruefen`
   * @returns how it went; after `changed` and `signed-out` the form stays where it is
   */
  save: (values: T, returnUrl: string) => Promise<SaveStatus>;
  remove: () => Promise<void>;
  /** After `changed`: the version of the other device, for the form to show; undefined when it is gone there. */
  takeNewer: () => T | undefined;
  /** After `changed`: what was typed here takes its place. */
  keepMine: () => Promise<SaveStatus>;
}

function statusOf(error: unknown): SaveStatus {
  if (!(error instanceof ApiProblem)) return 'failed';
  if (error.status === 0) return 'offline';
  if (error.status === 401) return 'signed-out';
  if (error.status === 413) return 'too-large';
  return error.code === 'draft-changed' ? 'changed' : 'failed';
}

/**
 * Loads the draft of a form for a person (it suspends while it does) and saves it. Call it where the form's steps share one
 * component, so that it lives as long as the form.
 */
export function useDraft<T extends object>(form: DraftForm<T>, personId: string): Draft<T> {
  const queryClient = useQueryClient();
  const owner = useSuspenseQuery(sessionQuery).data?.person?.insuredId ?? '';
  const query = draftQuery(personId, form.name);
  const { data: found } = useSuspenseQuery(query);
  const key = `${personId}/${form.name}`;
  const statusId = useId();
  const [stored, setStored] = useState<StoredDraft | null>(found);
  const [first] = useState(() => {
    const typed = unsavedOf<T>(owner, key);
    const lifted = found ? lift(form, found) : undefined;
    return { values: typed?.values ?? lifted, returnUrl: typed?.returnUrl ?? found?.metadata.returnUrl };
  });
  const [status, setStatus] = useState<SaveStatus>(found ? 'saved' : 'none');
  const known = useRef<StoredDraft | null>(found && lift(form, found) ? found : null);
  const newer = useRef<StoredDraft | null>(null);
  const failed = useRef<{ values: T; returnUrl: string } | null>(null);
  const running = useRef<Promise<unknown>>(Promise.resolve());

  function take(draft: StoredDraft | null): void {
    known.current = draft;
    setStored(draft);
    queryClient.setQueryData(query.queryKey, draft);
    void queryClient.invalidateQueries({ queryKey: draftsQuery(personId).queryKey });
  }

  /** What lies there instead must be known before anybody can choose it; it is not gone because it cannot be read now. */
  async function readNewer(): Promise<SaveStatus> {
    try {
      newer.current = await readDraft(personId, form.name);
      return 'changed';
    } catch (error) {
      return statusOf(error);
    }
  }

  async function saveNow(values: T, returnUrl: string): Promise<SaveStatus> {
    setStatus('saving');
    try {
      const draft = { formData: values, metadata: { version: form.version, returnUrl } };
      take(await saveDraft(personId, form.name, draft, known.current?.metadata.revision ?? null));
      failed.current = null;
      forgetUnsaved(owner, key);
      setStatus('saved');
      return 'saved';
    } catch (error) {
      failed.current = { values, returnUrl };
      keepUnsaved(owner, key, failed.current);
      const reason = statusOf(error) === 'changed' ? await readNewer() : statusOf(error);
      setStatus(reason);
      return reason;
    }
  }

  /** One after the other: each writes over what the one before has written. */
  function save(values: T, returnUrl: string): Promise<SaveStatus> {
    const next = running.current.then(() => saveNow(values, returnUrl));
    running.current = next;
    return next;
  }

  // What could not be saved is tried again before the session ends, and when the network is back.
  const again = useRef(save);
  again.current = save;
  useEffect(
    () =>
      addOpenForm({
        isUnsaved: () => failed.current !== null && newer.current === null,
        save: async () => failed.current && again.current(failed.current.values, failed.current.returnUrl),
      }),
    [],
  );

  return {
    ...first,
    isRestored: first.values !== undefined,
    savedAt: stored?.metadata.savedAt ?? null,
    expiresAt: stored?.metadata.expiresAt ?? null,
    status,
    statusId,
    save,
    async remove() {
      await deleteDraft(queryClient, personId, form.name);
      failed.current = null;
      forgetUnsaved(owner, key);
      known.current = null;
      setStored(null);
      setStatus('none');
    },
    takeNewer() {
      const draft = newer.current;
      newer.current = failed.current = null;
      forgetUnsaved(owner, key);
      take(draft);
      setStatus(draft ? 'saved' : 'none');
      return draft ? lift(form, draft) : undefined;
    },
    keepMine() {
      known.current = newer.current;
      newer.current = null;
      const { values, returnUrl } = failed.current as { values: T; returnUrl: string };
      return save(values, returnUrl);
    },
  };
}
