import { onSessionEnd } from '../session/session-watch';

/** What somebody typed and the server has not got. */
export interface Unsaved<T = unknown> {
  values: T;
  returnUrl: string;
}

let owner = '';
/**
 * In the memory of this page only. It outlives a session that ended by itself, so that nothing typed is lost when the last
 * saving failed, and is shown to nobody but the person who typed it.
 */
const kept = new Map<string, Unsaved>();
onSessionEnd((reason) => {
  if (reason !== 'expired' && reason !== 'elsewhere') kept.clear();
});

function of(person: string): Map<string, Unsaved> {
  if (person !== owner) kept.clear();
  owner = person;
  return kept;
}

export const keepUnsaved = (person: string, key: string, unsaved: Unsaved): void => void of(person).set(key, unsaved);
export const forgetUnsaved = (person: string, key: string): void => void of(person).delete(key);
export const unsavedOf = <T>(person: string, key: string): Unsaved<T> | undefined =>
  of(person).get(key) as Unsaved<T> | undefined;
