import { DateOnly } from '@of/kernel';
import { legalDates } from './announcement.rule';

const day = (text: string | null): DateOnly | null => (text === null ? null : DateOnly.parse(text));

function dates(notified: string | null, part: { opened?: string; isAbroad?: true; hasInstruction?: false } = {}) {
  const found = legalDates({
    notifiedOn: day(notified),
    openedOn: day(part.opened ?? null),
    isAbroad: part.isAbroad ?? false,
    hasInstruction: part.hasInstruction ?? true,
  });
  return found && [String(found.announcedOn), String(found.objectionUntil)];
}

describe('when a decision counts as announced and until when it can be objected to', () => {
  // Sent on · announced on · last day of the period.
  it.each([
    ['a plain Monday', '2026-11-23', '2026-11-27', '2026-12-28'], // the 27th is a Sunday
    ['announced on a Saturday', '2026-11-24', '2026-11-28', '2026-12-28'],
    ['announced on a Sunday', '2026-11-25', '2026-11-29', '2026-12-29'],
    ['announced on a holiday', '2026-12-21', '2026-12-25', '2027-01-25'],
    ['the end on a Saturday', '2026-09-06', '2026-09-10', '2026-10-12'],
    ['the end on 3 October, a Saturday', '2026-08-30', '2026-09-03', '2026-10-05'],
    ['the end on Christmas Day, a Friday', '2026-11-21', '2026-11-25', '2026-12-28'],
    ['the end on Good Friday', '2026-02-27', '2026-03-03', '2026-04-07'],
    ['the end on New Year’s Day', '2026-11-27', '2026-12-01', '2027-01-04'],
    ['no 31st in the next month', '2026-08-27', '2026-08-31', '2026-09-30'],
    ['no 30th in February', '2026-01-26', '2026-01-30', '2026-03-02'], // 28 February is a Saturday
    ['29 February in a leap year', '2028-01-26', '2028-01-30', '2028-02-29'],
    ['announced on 29 February', '2028-02-25', '2028-02-29', '2028-03-29'],
    ['across the turn of the year', '2026-12-29', '2027-01-02', '2027-02-02'],
    ['the clocks go forward', '2026-03-27', '2026-03-31', '2026-04-30'],
    ['the clocks go back', '2026-10-23', '2026-10-27', '2026-11-27'],
    ['the last day of the old rule', '2024-12-31', '2025-01-03', '2025-02-03'],
    ['the first day of the new rule', '2025-01-01', '2025-01-05', '2025-02-05'],
  ])('%s', (_, sent, announced, last) => {
    expect(dates(sent)).toEqual([announced, last]);
  });

  it('leaves three months when it is announced abroad', () => {
    expect(dates('2026-11-23', { isAbroad: true })).toEqual(['2026-11-27', '2027-03-01']); // 27 February is a Saturday
    expect(dates('2026-11-26', { isAbroad: true })).toEqual(['2026-11-30', '2027-03-01']); // the 28th a Sunday
  });

  it('leaves a year when it does not say how to object, abroad, too', () => {
    expect(dates('2026-11-23', { hasInstruction: false })).toEqual(['2026-11-27', '2027-11-29']);
    expect(dates('2028-02-25', { hasInstruction: false, isAbroad: true })).toEqual(['2028-02-29', '2029-02-28']);
  });

  it('counts without a notice from the day on which it was opened, and not at all before', () => {
    expect(dates(null, { opened: '2026-11-23' })).toEqual(['2026-11-23', '2026-12-23']);
    expect(dates(null)).toBeNull();
  });

  it('does not let an early look shorten the period', () => {
    expect(dates('2026-11-23', { opened: '2026-11-23' })).toEqual(['2026-11-27', '2026-12-28']);
  });

  it('takes days in Germany: a notice shortly before midnight there counts for that day', () => {
    const lateEvening = DateOnly.fromInstant(new Date('2026-11-23T22:59:59Z'));
    const nextMorning = DateOnly.fromInstant(new Date('2026-11-23T23:00:00Z'));
    expect([String(lateEvening), String(nextMorning)]).toEqual(['2026-11-23', '2026-11-24']);
  });
});
