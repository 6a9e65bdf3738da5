const LONGEST = 80;

/**
 * The name of a file in a ZIP, made of words somebody else wrote: letters, figures, blanks and hyphens stay, so that it is one
 * name in one folder on every system, whatever the words were.
 */
export function entryName(words: string, { number, extension }: { number: number; extension: string }): string {
  const kept = words
    .normalize('NFC')
    .replace(/[^\p{L}\p{N} -]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  const short = [...kept].slice(0, LONGEST).join('').trim();
  return `${String(number).padStart(4, '0')} ${short || 'Dokument'}.${extension}`;
}
