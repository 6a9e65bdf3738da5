import { DomainError } from './domain-error';
import { Kvnr } from './kvnr';

const valid = [
  'A000500015',
  'C000500021',
  'A123456780',
  'X110407071',
  'S040464113',
  'K220635158',
  'H030170228',
  'T555558879',
  'Z123456783',
];

describe('Kvnr', () => {
  it.each(valid)('accepts %s', (number) => {
    expect(Kvnr.parse(number)).toMatchObject({ value: number, truncated: false });
  });

  it.each([
    ['A000500014'],
    ['A123456781'],
    ['B123456789'],
    ['A111111111'],
    ['M123456787'],
    ['A000000000'],
    ['G995030567'], // published samples that fail the check digit
    ['X114428530'],
  ])('refuses %s for its check digit', (number) => {
    expect(Kvnr.tryParse(number)).toEqual({ ok: false, code: 'kvnr-check-digit' });
  });

  it.each([
    ['1234567890'],
    ['X1234567890'],
    ['E12345678'],
    ['B123C56789'],
    ['Ä123456780'],
    ['ſ040464113'], // raises to S
    ['A12345678０'], // full-width digit
    ['A123456780\0'],
    ['A123456780 1040467'],
    ['A12345678010'],
    [''],
    ['A'.repeat(1_000_000)],
    [1234567890],
    [null],
    [undefined],
    [['A123456780']],
  ])('refuses %p for its format', (input) => {
    expect(Kvnr.tryParse(input)).toEqual({ ok: false, code: 'kvnr-format' });
  });

  it.each([
    [' a123456780 ', 'A123456780', false],
    ['A123 456 780', 'A123456780', false],
    ['A123\u00a0456\u200b780', 'A123456780', false],
    ['A12345678010421250512'.slice(0, 20), 'A123456780', true],
    ['C00050002110421250 5A1234567800', 'C000500021', true],
  ])('reads %p', (input, value, truncated) => {
    expect(Kvnr.parse(input)).toMatchObject({ value, truncated });
  });

  it('catches every wrong digit', () => {
    for (const number of valid) {
      for (let place = 1; place < 10; place++) {
        for (let digit = 0; digit < 10; digit++) {
          const altered = number.slice(0, place) + digit + number.slice(place + 1);
          expect(Kvnr.isValid(altered)).toBe(altered === number);
        }
      }
    }
  });

  it('throws a coded refusal', () => {
    expect(() => Kvnr.parse('x')).toThrow(DomainError);
    expect(() => Kvnr.parse('A123456781')).toThrow(
      expect.objectContaining({ code: 'kvnr-check-digit', kind: 'validation' }),
    );
  });
});
