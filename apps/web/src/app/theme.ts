import { useSyncExternalStore } from 'react';

export type Theme = 'system' | 'light' | 'dark';
export const themes: readonly Theme[] = ['system', 'light', 'dark'];

const KEY = 'of.theme';
const listeners = new Set<() => void>();
let current: Theme = 'system';

function isTheme(value: string | null): value is Theme {
  return themes.includes(value as Theme);
}

function show(): void {
  if (current === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = current;
}

/** Shows the stored choice; called before the first paint. */
export function restoreTheme(): void {
  try {
    const stored = localStorage.getItem(KEY);
    if (isTheme(stored)) current = stored;
  } catch {
    // without storage the system decides
  }
  show();
}

export function setTheme(theme: Theme): void {
  current = theme;
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // the choice holds for this page
  }
  show();
  for (const listener of listeners) listener();
}

export function useTheme(): Theme {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
