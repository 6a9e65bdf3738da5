import { DateOnly } from '@of/kernel';
import { dayInWords } from './day-in-words';

describe('dayInWords', () => {
  it.each([
    ['de', '1. Dezember 2026'],
    ['en', '1 December 2026'],
  ] as const)('%s', (language, text) => expect(dayInWords(DateOnly.parse('2026-12-01'), language)).toBe(text));
});
