import { useEffect } from 'react';
import { m, useLanguage } from '@of/i18n';

const SERVICE = 'Onlinefiliale';
let page = '';
let hasError = false;
let isWarning = false;

function show(): void {
  const parts = [
    isWarning ? m.title_warning() : '',
    hasError ? m.title_error() : '',
    page ? `${page} – ${SERVICE}` : SERVICE,
  ];
  document.title = parts.join('');
}

/** The page in the browser's title; refused attempts are told there, too. */
export function usePageTitle(title: string, withError = false): void {
  const language = useLanguage();
  useEffect(() => {
    page = title;
    hasError = withError;
    show();
  }, [title, withError, language]);
}

/** Puts a warning before the title, while one is on the screen. */
export function setTitleWarning(warning: boolean): void {
  if (warning === isWarning) return;
  isWarning = warning;
  show();
}
