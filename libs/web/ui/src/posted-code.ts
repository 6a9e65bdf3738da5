/** Crockford's base 32: without I, L, O and U; what people type for them is understood. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
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

/** Whether the last symbol fits the others (Luhn modulo 32): a slip of the finger is found before it costs a try. */
export function hasRightCheckSymbol(input: string): boolean {
  const code = normalisePostedCode(input);
  const sum = [...code].reduceRight((total, symbol, index) => {
    const addend = ALPHABET.indexOf(symbol) * ((code.length - index) % 2 === 0 ? 2 : 1);
    return total + Math.floor(addend / 32) + (addend % 32);
  }, 0);
  return sum % 32 === 0;
}
