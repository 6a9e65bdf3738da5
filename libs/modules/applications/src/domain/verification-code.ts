/** Crockford's base 32: without I, L, O and U, which people confuse. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SYMBOLS = 20;
const lookalikes: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/**
 * A code under which anybody may check a certificate or a receipt: 100 random bits, so that nobody finds one by trying.
 * @param randomBytes source of randomness, one byte a symbol: 256 is a multiple of 32, so no symbol is favoured
 */
export function newVerificationCode(randomBytes: (count: number) => Uint8Array): string {
  return Array.from(randomBytes(SYMBOLS), (byte) => ALPHABET[byte % 32]).join('');
}

/** As it is printed: `XXXX-XXXX-XXXX-XXXX-XXXX`. */
export function groupedCode(code: string): string {
  return (code.match(/.{4}/g) ?? []).join('-');
}

/** Reads a code as people type it: any case, with or without dashes. Null when it cannot be one. */
export function parseVerificationCode(input: string): string | null {
  if (input.length > 60) return null;
  const symbols = input
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/[OIL]/g, (letter) => lookalikes[letter] ?? letter);
  return symbols.length === SYMBOLS && [...symbols].every((symbol) => ALPHABET.includes(symbol)) ? symbols : null;
}
