import { PostalCode } from './postal-code';

describe('PostalCode', () => {
  it.each([
    ['01099', 'DE', '01099'],
    [' 80331 ', 'DE', '80331'],
    ['1010', 'AT', '1010'],
    ['120 00', 'CZ', '12000'],
  ])('accepts %p (%s)', (input, country, value) => {
    expect(PostalCode.parse(input, country).value).toBe(value);
  });

  it.each([
    ['1099', 'DE'],
    ['010990', 'DE'],
    ['01 099', 'DE'],
    ['D1099', 'DE'],
    ['٠١٠٩٩', 'DE'],
    ['01099\0', 'DE'],
    [1099, 'DE'],
    [null, 'DE'],
    ['', 'AT'],
    ['12345678901', 'AT'],
    ['SW1A', 'GB'],
  ])('refuses %p (%s)', (input, country) => {
    expect(PostalCode.tryParse(input, country)).toEqual({ ok: false, code: 'postal-code-format' });
  });
});
