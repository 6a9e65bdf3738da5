import { groupedCode, newVerificationCode, parseVerificationCode } from './verification-code';

const bytes = (count: number): Uint8Array => Uint8Array.from({ length: count }, (_, index) => index * 13);

it('has 100 bits of the source of randomness, five a symbol', () => {
  const code = newVerificationCode(bytes);
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/);
  expect(newVerificationCode((count) => new Uint8Array(count).fill(255))).toBe('Z'.repeat(20));
  expect(newVerificationCode((count) => new Uint8Array(count))).toBe('0'.repeat(20));
});

it('is printed in groups and read back as people type it', () => {
  const code = newVerificationCode(bytes);
  const printed = groupedCode(code);
  expect(printed).toMatch(/^(.{4}-){4}.{4}$/);
  for (const typed of [printed, printed.toLowerCase(), ` ${printed.replace(/-/g, ' ')} `, code]) {
    expect(parseVerificationCode(typed)).toBe(code);
  }
  expect(parseVerificationCode('OIL0'.repeat(5))).toBe('0110'.repeat(5));
});

it.each(['', 'ABC', 'U'.repeat(20), '0'.repeat(19), '0'.repeat(21), `${'0'.repeat(20)}\u0000`, '0'.repeat(100_000)])(
  'S38 is none: %.30s',
  (typed) => expect(parseVerificationCode(typed)).toBeNull(),
);
