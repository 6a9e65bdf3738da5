import type { DateOnly } from '@of/kernel';

/** A day as both screens show it: `1. Dezember 2026` (de), `1 December 2026` (en). */
export function dayInWords(day: DateOnly, language: 'de' | 'en'): string {
  const style = { dateStyle: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', style).format(Date.parse(String(day)));
}
