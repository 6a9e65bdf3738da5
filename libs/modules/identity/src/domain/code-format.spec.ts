import { randomBytes } from 'node:crypto';
import { checkSymbol, mintCode, normaliseCode, printCode } from './code-format';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const isValid = (code: string): boolean => checkSymbol(code.slice(0, -1)) === code.at(-1);

describe('posted codes', () => {
  it('S04 favours no symbol on any of the eleven random places', () => {
    const seen = Array.from({ length: 11 }, () => new Map<string, number>());
    const codes = 100_000;
    for (let n = 0; n < codes; n++) {
      const code = mintCode(randomBytes);
      for (let place = 0; place < 11; place++) {
        const symbol = code[place] as string;
        seen[place]?.set(symbol, (seen[place]?.get(symbol) ?? 0) + 1);
      }
    }
    const expected = codes / 32;
    for (const counts of seen) {
      const chi2 = [...ALPHABET].reduce(
        (sum, symbol) => sum + ((counts.get(symbol) ?? 0) - expected) ** 2 / expected,
        0,
      );
      // 31 degrees of freedom: beyond 80 by chance once in a million places.
      expect(chi2).toBeLessThan(80);
    }
  });

  it('S04 has 12 symbols of the alphabet and repeats none of 10 000', () => {
    const codes = new Set(Array.from({ length: 10_000 }, () => mintCode(randomBytes)));
    expect(codes.size).toBe(10_000);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
  });

  it('S04 finds every single wrong symbol', () => {
    for (let n = 0; n < 200; n++) {
      const code = mintCode(randomBytes);
      for (let place = 0; place < 12; place++) {
        for (const other of ALPHABET) {
          if (other === code[place]) continue;
          expect(isValid(code.slice(0, place) + other + code.slice(place + 1))).toBe(false);
        }
      }
    }
  });

  it('S04 finds every swap of neighbours but 0 and Z', () => {
    const missed = new Set<string>();
    for (const one of ALPHABET) {
      for (const two of ALPHABET) {
        if (one === two) continue;
        for (let place = 0; place < 10; place++) {
          const rest = '7KQ4M2TX9'.split('');
          const symbols = [...rest.slice(0, place), one, two, ...rest.slice(place)].join('');
          const swapped = [...rest.slice(0, place), two, one, ...rest.slice(place)].join('');
          if (isValid(swapped + checkSymbol(symbols))) missed.add([one, two].sort().join(''));
        }
      }
    }
    expect([...missed]).toEqual(['0Z']);
  });

  it('is printed in three groups of four', () => {
    expect(printCode('7KQ4M2TX9HRW')).toBe('7KQ4-M2TX-9HRW');
  });

  it.each([
    ['7kq4-m2tx-9hrw', '7KQ4M2TX9HRW'],
    [' 7KQ4 M2TX 9HRW ', '7KQ4M2TX9HRW'],
    ['7KQ4–M2TX—9HRW', '7KQ4M2TX9HRW'],
    ['7KQ4\u00a0M2TX\u20119HRW', '7KQ4M2TX9HRW'],
    ['oOiIlL', '001111'],
  ])('S04 reads %j as %s', (typed, meant) => {
    expect(normaliseCode(typed)).toBe(meant);
  });
});
