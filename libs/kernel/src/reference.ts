/** Crockford's base 32 without letters that people confuse when they read a number out on the phone. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SYMBOLS = 10;

/**
 * A number by which people name a matter, `<prefix>-XXXXX-XXXXX` with 50 random bits. It opens nothing.
 * @param randomBytes source of randomness, one byte a symbol: 256 is a multiple of 32, so no symbol is favoured
 */
export function newReference(prefix: string, randomBytes: (count: number) => Uint8Array): string {
  const symbols = Array.from(randomBytes(SYMBOLS), (byte) => ALPHABET[byte % 32]).join('');
  return `${prefix}-${symbols.slice(0, 5)}-${symbols.slice(5)}`;
}
