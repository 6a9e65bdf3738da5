/** A form on the screen that may hold something nobody has saved yet. */
export interface OpenForm {
  isUnsaved: () => boolean;
  /** Never fails: what could not be saved is kept in the memory of this page. */
  save: () => Promise<unknown>;
}

/** A log-out does not wait longer for a server that does not answer. */
const PATIENCE_MS = 4000;
const forms = new Set<OpenForm>();

/** @returns takes the form off the list, when it leaves the screen */
export function addOpenForm(form: OpenForm): () => void {
  forms.add(form);
  return () => void forms.delete(form);
}

export function hasUnsavedForm(): boolean {
  return [...forms].some((form) => form.isUnsaved());
}

/** Saves what is unsaved: before the session ends, before another person is chosen, and when the page is left alone. */
export async function saveOpenForms(): Promise<void> {
  const saving = [...forms].filter((form) => form.isUnsaved()).map((form) => form.save());
  if (saving.length === 0) return;
  await Promise.race([Promise.allSettled(saving), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
}

/** Leaving the tab may be the last that this page hears. Called once. */
export function saveWhenLeftAlone(): void {
  document.addEventListener('visibilitychange', () => document.hidden && void saveOpenForms());
  addEventListener('online', () => void saveOpenForms());
}
