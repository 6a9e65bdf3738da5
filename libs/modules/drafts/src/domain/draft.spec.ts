import { DateOnly } from '@of/kernel';
import { isMet, readExpectation } from './draft';
import { draftRulesOn } from './draft-rules';
import { parseForm } from './forms';

it.each([
  [undefined, undefined, 'whatever'],
  ['"3"', undefined, 3],
  ['W/"3"', undefined, 3],
  ['3', undefined, 3],
  ['*', undefined, 'something'],
  ['"abc"', undefined, 0],
  ['"3", "4"', undefined, 0],
  ['', undefined, 0],
  [undefined, '*', 'nothing'],
  [undefined, '"3"', 'whatever'],
  ['"3"', '*', 3],
])('reads If-Match %p and If-None-Match %p as %p', (ifMatch, ifNoneMatch, expected) => {
  expect(readExpectation(ifMatch, ifNoneMatch)).toBe(expected);
});

it.each([
  ['whatever', null, true],
  ['whatever', 4, true],
  ['nothing', null, true],
  ['nothing', 4, false],
  ['something', null, false],
  ['something', 4, true],
  [4, 4, true],
  [3, 4, false],
  [4, null, false],
  [0, null, false],
] as const)('a writer who expects %p meets %p: %p', (expected, present, met) => {
  expect(isMet(expected, present)).toBe(met);
});

it('keeps drafts for 60 days, and knows only forms of its list', () => {
  expect(draftRulesOn(DateOnly.parse('2026-11-26')).keepDays).toBe(60);
  expect(draftRulesOn(DateOnly.parse('2020-01-01')).keepDays).toBe(60);
  expect(parseForm('address-change')).toBe('address-change');
  for (const unknown of ['', 'Address-Change', 'toString', '__proto__', 'address-change ']) {
    expect(parseForm(unknown)).toBeNull();
  }
});
