/** Crockford's base 32: no I, L, O, U, so that print and hand never confuse two symbols. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RANDOM_SYMBOLS = 11;

/** Check symbol by the Luhn procedure modulo 32: finds every single wrong symbol and every swap of neighbours but 0/Z. */
export function checkSymbol(symbols: string): string {
  let sum = 0;
  for (let index = symbols.length - 1, factor = 2; index >= 0; index--, factor = 3 - factor) {
    const addend = factor * ALPHABET.indexOf(symbols[index] as string);
    sum += Math.floor(addend / 32) + (addend % 32);
  }
  return ALPHABET[(32 - (sum % 32)) % 32] as string;
}

/**
 * Makes a code of 11 random symbols (55 bit) and a check symbol.
 * @param randomBytes source of randomness, one byte a symbol: 256 is a multiple of 32, so no symbol is favoured
 * @returns twelve symbols without dashes
 */
export function mintCode(randomBytes: (count: number) => Uint8Array): string {
  const symbols = Array.from(randomBytes(RANDOM_SYMBOLS), (byte) => ALPHABET[byte % 32]).join('');
  return symbols + checkSymbol(symbols);
}

/** As it is printed: `XXXX-XXXX-XXXX`. */
export function printCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** What was meant by what was typed: case, blanks, dashes and the look-alikes O, I, L do not matter. */
export function normaliseCode(input: string): string {
  return input
    .toUpperCase()
    .replace(/[\s\u2010-\u2015_.-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}
