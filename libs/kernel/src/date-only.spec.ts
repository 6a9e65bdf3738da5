import { DateOnly } from './date-only';

const day = (text: string) => DateOnly.parse(text);

describe('DateOnly', () => {
  it.each(['1900-01-01', '2024-02-29', '2026-11-23', '2100-12-31'])('accepts %s', (text) => {
    expect(String(day(text))).toBe(text);
  });

  it.each([
    ['2026-2-3', 'date-format'],
    ['23.11.2026', 'date-format'],
    ['2026-11-23T00:00:00Z', 'date-format'],
    ['2026-11-23\n', 'date-format'],
    [20261123, 'date-format'],
    [null, 'date-format'],
    ['2026-02-29', 'date-not-real'],
    ['2100-02-29', 'date-not-real'],
    ['2026-13-01', 'date-not-real'],
    ['2026-00-10', 'date-not-real'],
    ['2026-04-31', 'date-not-real'],
    ['1899-12-31', 'date-range'],
    ['2101-01-01', 'date-range'],
    ['9999-12-31', 'date-range'],
  ])('refuses %p: %s', (input, code) => {
    expect(DateOnly.tryParse(input)).toEqual({ ok: false, code });
  });

  it.each([
    ['2026-11-22T22:59:59.999Z', '2026-11-22'], // winter: one hour ahead
    ['2026-11-22T23:00:00.000Z', '2026-11-23'],
    ['2026-07-01T21:59:59.999Z', '2026-07-01'], // summer: two hours ahead
    ['2026-07-01T22:00:00.000Z', '2026-07-02'],
    ['1959-07-01T23:00:00.000Z', '1959-07-02'],
  ])('at %s it is %s in Germany', (instant, expected) => {
    expect(String(DateOnly.fromInstant(new Date(instant)))).toBe(expected);
  });

  it.each([
    ['2026-03-29', '2026-03-28T23:00:00.000Z', 23],
    ['2026-10-25', '2026-10-24T22:00:00.000Z', 25],
    ['2026-11-23', '2026-11-22T23:00:00.000Z', 24],
    ['1980-04-06', '1980-04-05T23:00:00.000Z', 23],
  ])('%s begins at %s and lasts %i hours', (text, start, hours) => {
    const begin = day(text).startInstant();
    expect(begin.toISOString()).toBe(start);
    expect((day(text).endInstant().getTime() - begin.getTime()) / 3_600_000).toBe(hours);
  });

  it.each([
    ['2026-03-28', 2, '2026-03-30'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2027-01-01', -1, '2026-12-31'],
  ])('%s plus %i days is %s', (from, days, to) => {
    expect(String(day(from).addDays(days))).toBe(to);
    expect(day(from).daysUntil(day(to))).toBe(days);
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('%s plus %i months is %s', (from, months, to) => {
    expect(String(day(from).addMonths(months))).toBe(to);
  });

  it.each([
    ['2010-11-24', '2025-11-23', 14],
    ['2010-11-23', '2025-11-23', 15],
    ['2008-02-29', '2023-02-28', 14],
    ['2008-02-29', '2023-03-01', 15],
    ['2008-02-29', '2024-02-29', 16],
  ])('born on %s, on %s one is %i', (born, on, age) => {
    expect(day(born).ageAt(day(on))).toBe(age);
  });

  it('is compared and shown', () => {
    const [first, second] = [day('2026-11-23'), day('2026-11-24')];
    expect(first.isBefore(second) && second.isAfter(first) && first.equals(day('2026-11-23'))).toBe(true);
    expect([first.compare(second), second.compare(first), first.compare(first)]).toEqual([-1, 1, 0]);
    expect([first.format(), first.format('en'), JSON.stringify(first)]).toEqual([
      '23.11.2026',
      '23 November 2026',
      '"2026-11-23"',
    ]);
    expect(() => day('2100-12-31').addDays(1)).toThrow(RangeError);
    expect(() => DateOnly.fromInstant(new Date(NaN))).toThrow(RangeError);
  });
});
