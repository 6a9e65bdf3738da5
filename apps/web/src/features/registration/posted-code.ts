/** Twelve symbols without I, L, O and U; what people type for them is understood. */
const symbols = /^[0-9A-HJKMNP-TV-Z]{12}$/;

/** What was meant by what was typed: case, blanks, dashes and the look-alikes O, I, L do not matter. */
export function normalisePostedCode(input: string): string {
  return input
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

export function isPostedCode(input: string): boolean {
  return symbols.test(normalisePostedCode(input));
}

/** As it stands in the letter: three groups of four. */
export function groupPostedCode(input: string): string {
  const plain = input
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, 12);
  return plain.replace(/(.{4})(?=.)/g, '$1-');
}
