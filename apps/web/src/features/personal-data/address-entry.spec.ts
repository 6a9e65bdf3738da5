import { DateOnly } from '@of/kernel';
import { checkMoveDay, checkPostalCode } from './address-entry';

const today = DateOnly.parse('2026-11-23');

describe('day of the move', () => {
  it.each([
    ['', '', '', true],
    ['1', '12', '2026', true],
    [' 01 ', '1', '2026', true],
    ['24', '11', '2027', true],
    ['25', '11', '2027', /höchstens ein Jahr/],
    ['21', '11', '2025', /höchstens ein Jahr/],
    ['31', '2', '2027', /gibt es nicht/],
    ['29', '2', '2028', /höchstens ein Jahr/],
    ['1', '', '2026', /Tag, Monat und Jahr/],
    ['1', '12', '26', /Tag, Monat und Jahr/],
    ['x', '12', '2026', /Tag, Monat und Jahr/],
    ['1', '12', '1026', /Tag, Monat und Jahr/],
  ])('%p.%p.%p', (day, month, year, expected) => {
    const answer = checkMoveDay({ day, month, year }, today);
    if (expected === true) expect(answer).toBe(true);
    else expect(answer).toMatch(expected as RegExp);
  });
});

it.each([
  ['01099', 'DE', true],
  [' 01099 ', 'DE', true],
  ['1099', 'DE', /Null am Anfang/],
  ['123456', 'DE', /5 Ziffern/],
  ['', 'AT', /Geben Sie die Postleitzahl ein/],
  ['1010', 'AT', true],
  ['SW1A 1AA', 'GB', true],
  ['12345678901', 'US', /höchstens 10/],
  ['1010!', 'AT', /höchstens 10/],
])('takes the postcode %p in %s', (code, country, expected) => {
  const answer = checkPostalCode(code, country);
  if (expected === true) expect(answer).toBe(true);
  else expect(answer).toMatch(expected as RegExp);
});
