/** A word longer than this may be broken anywhere: it would not fit into the window of the envelope. */
const UNBROKEN_LETTERS = 34;
const ZERO_WIDTH_SPACE = '\u200b';
const graphemes = new Intl.Segmenter('de', { granularity: 'grapheme' });

/** What a reader sees as letters: `é` is one, however it is stored. */
export function countLetters(text: string): number {
  return [...graphemes.segment(text)].length;
}

/**
 * Text from a register as it can be printed on one line: composed letters, single blanks, nothing invisible (control
 * characters, marks that turn the direction of writing) that could change how the rest reads.
 */
export function plainText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Co}\p{Cn}\ufffd]/gu, '')
    .trim();
}

/** Lets a word that is too long for a line break between any two letters, which nobody sees otherwise. */
export function breakable(text: string): string {
  return text.replace(/[^\s\p{Pd}]+/gu, (word) => {
    const letters = [...graphemes.segment(word)].map(({ segment }) => segment);
    return letters.length > UNBROKEN_LETTERS ? letters.join(ZERO_WIDTH_SPACE) : word;
  });
}
