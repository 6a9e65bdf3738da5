import { DateOnly } from '@of/kernel';
import { addWorkingDays, isWorkingDay } from './working-days';

describe('working days', () => {
  it.each([
    ['2026-11-23', true, 'a Monday'],
    ['2026-11-28', false, 'a Saturday'],
    ['2026-11-29', false, 'a Sunday'],
    ['2026-01-01', false, 'New Year'],
    ['2026-04-03', false, 'Good Friday'],
    ['2026-04-06', false, 'Easter Monday'],
    ['2026-05-01', false, 'Labour Day'],
    ['2026-05-14', false, 'Ascension'],
    ['2026-05-25', false, 'Whit Monday'],
    ['2025-10-03', false, 'Unity Day'],
    ['2026-12-25', false, 'Christmas'],
    ['2025-12-26', false, 'Boxing Day'],
    ['2026-06-04', true, 'Corpus Christi: not in all states'],
    ['2025-12-24', true, 'Christmas Eve'],
    ['2024-03-29', false, 'Good Friday in March'],
    ['2038-04-26', false, 'the latest Easter there is: Monday 26 April 2038'],
    ['2049-04-19', false, 'Easter Monday 2049, where the correction of Gauss counts'],
    ['2076-04-20', false, 'Easter Monday 2076, likewise'],
  ])('%s -> %s (%s)', (day, expected) => {
    expect(isWorkingDay(DateOnly.parse(day))).toBe(expected);
  });

  it.each([
    ['2026-11-23', 6, '2026-12-01'],
    ['2026-11-27', 1, '2026-11-30'],
    ['2026-11-28', 1, '2026-11-30'],
    ['2026-12-23', 2, '2026-12-28'],
    ['2026-04-02', 1, '2026-04-07'],
    ['2026-11-23', 0, '2026-11-23'],
  ])('%s plus %i -> %s', (day, count, expected) => {
    expect(String(addWorkingDays(DateOnly.parse(day), count))).toBe(expected);
  });
});
