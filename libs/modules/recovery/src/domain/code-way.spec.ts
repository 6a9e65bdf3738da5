import { isSentCode } from './code-way';

it.each([
  ['123456', true],
  [' 123 456 ', true],
  ['123-456', true],
  ['12345', false],
  ['1234567', false],
  ['1234-5678-9012', false],
  ['ABCD-EFGH-JKMN', false],
  ['', false],
])('%j was sent: %s', (input, expected) => {
  expect(isSentCode(input)).toBe(expected);
});
