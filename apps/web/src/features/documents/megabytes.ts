import { language } from '@of/i18n';

/** `2,8` for some bytes, in the reader's way of writing. */
export function megabytes(bytes: number): string {
  const figure = new Intl.NumberFormat(language(), { maximumFractionDigits: 1 });
  // Nothing is nothing; a little is never shown as nothing.
  const least = bytes > 0 ? 0.1 : 0;
  return figure.format(Math.max(least, Math.round((bytes / 2 ** 20) * 10) / 10));
}
