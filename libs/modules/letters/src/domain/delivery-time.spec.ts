import { DateOnly } from '@of/kernel';
import { expectedBy } from './delivery-time';
import { printedValidUntil, validUntil } from './letter-rules';

describe('delivery time', () => {
  it.each([
    ['2026-11-23', false, '2026-12-01'],
    ['2026-11-23', true, '2026-12-04'],
    ['2026-12-18', false, '2026-12-29'],
    ['2026-04-01', false, '2026-04-13'],
  ])('ordered on %s (review: %s) -> expected by %s', (day, needsReview, expected) => {
    expect(String(expectedBy(DateOnly.parse(day), needsReview))).toBe(expected);
  });

  it('B10 prints hand-over day + 3 + 21 as the last day', () => {
    expect(String(printedValidUntil(DateOnly.parse('2026-11-23')))).toBe('2026-12-17');
    expect(String(validUntil(DateOnly.parse('2026-11-30')))).toBe('2026-12-21');
  });
});
