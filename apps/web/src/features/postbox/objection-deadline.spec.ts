import { daysUntil } from './objection-deadline';

describe('days until the last day for an objection', () => {
  it.each([
    ['2026-12-28', '2026-12-27T22:59:59Z', 1], // one second before midnight in Germany
    ['2026-12-28', '2026-12-27T23:00:00Z', 0],
    ['2026-12-28', '2026-12-28T22:59:59Z', 0],
    ['2026-12-28', '2026-12-28T23:00:00Z', -1],
    ['2026-03-30', '2026-03-27T12:00:00Z', 3], // the clocks go forward in between
  ])('until %s at %s: %i', (day, now, days) => {
    expect(daysUntil(day, new Date(now))).toBe(days);
  });
});
