import { useEffect, useRef } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { addOpenForm } from './open-forms';
import type { Draft } from './use-draft';

interface Position<T> {
  values: T;
  returnUrl: string;
}

/**
 * What is typed on this page is saved before the session ends by itself or by a log-out, when another person is chosen, and
 * when the tab is left; untouched it is not.
 * @param read the values as they stand, and where the form goes on with them
 * @returns says that the values as they stand now need no saving, after the form was set to others
 */
export function useOpenForm<T extends object>(draft: Draft<T> | undefined, read: () => Position<T>): () => void {
  const latest = useRef({ draft, read });
  latest.current = { draft, read };
  const saved = useRef('');
  const isDrafted = draft !== undefined;
  useEffect(() => {
    if (!isDrafted) return;
    saved.current = JSON.stringify(latest.current.read().values);
    return addOpenForm({
      isUnsaved: () => JSON.stringify(latest.current.read().values) !== saved.current,
      async save() {
        const { values, returnUrl } = latest.current.read();
        const text = JSON.stringify(values);
        if ((await latest.current.draft?.save(values, returnUrl)) === 'saved') saved.current = text;
      },
    });
  }, [isDrafted]);
  return () => void (saved.current = JSON.stringify(latest.current.read().values));
}

/** The same for a form of React Hook Form. */
export function useTrackedForm<T extends FieldValues>(
  draft: Draft<T> | undefined,
  form: Pick<UseFormReturn<T>, 'getValues'>,
  returnUrl: string,
): () => void {
  return useOpenForm(draft, () => ({ values: structuredClone(form.getValues()), returnUrl }));
}
