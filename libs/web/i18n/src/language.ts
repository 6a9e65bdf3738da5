import { useSyncExternalStore } from 'react';
import { getLocale, locales, overwriteGetLocale, type Locale } from './paraglide/runtime';

export type Language = Locale;
export const languages = locales;

const KEY = 'of.language';
const listeners = new Set<() => void>();
let current: Language = readStored();
// Every message asks for the language when it is shown; the answer comes from here, so that a switch needs no reload.
overwriteGetLocale(() => current);

function readStored(): Language {
  try {
    return getLocale();
  } catch {
    return 'de'; // storage is not allowed
  }
}

export function language(): Language {
  return current;
}

/** Switches the texts at once and keeps the choice for the next visit. */
export function setLanguage(next: Language): void {
  current = next;
  document.documentElement.lang = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // without storage the choice holds for this page
  }
  for (const listener of listeners) listener();
}

export function useLanguage(): Language {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, language);
}
