import { accepted, orThrow, refused, type Parsed } from './parsed';

export type DateFault = 'date-format' | 'date-not-real' | 'date-range';

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
const MS_PER_DAY = 86_400_000;
const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

const berlin = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Berlin',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/**
 * A calendar day as it is counted in Germany (Europe/Berlin), `YYYY-MM-DD`, from 1900 to 2100.
 * Arithmetic is on days, never on hours, so the change of the clocks does not touch it.
 */
export class DateOnly {
  /** Days since 1970-01-01. */
  private constructor(private readonly dayNumber: number) {}

  static tryParse(input: unknown): Parsed<DateOnly, DateFault> {
    const parts = typeof input === 'string' ? shape.exec(input) : null;
    if (!parts) return refused('date-format');
    const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
    if (year < FIRST_YEAR || year > LAST_YEAR) return refused('date-range');
    if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return refused('date-not-real');
    return accepted(new DateOnly(Date.UTC(year, month - 1, day) / MS_PER_DAY));
  }

  /** @throws DomainError `date-format`, `date-not-real`, `date-range` */
  static parse(input: unknown): DateOnly {
    return orThrow(DateOnly.tryParse(input));
  }

  /** The day that the calendar on a German wall shows at this instant. */
  static fromInstant(instant: Date): DateOnly {
    return DateOnly.fromDayNumber(Math.floor((instant.getTime() + berlinOffset(instant.getTime())) / MS_PER_DAY));
  }

  private static fromDayNumber(dayNumber: number): DateOnly {
    const year = new Date(dayNumber * MS_PER_DAY).getUTCFullYear();
    // `!(…)` also catches NaN of an invalid Date.
    if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) throw new RangeError('day outside 1900 to 2100');
    return new DateOnly(dayNumber);
  }

  get year(): number {
    return this.utc().getUTCFullYear();
  }

  /** 1 to 12. */
  get month(): number {
    return this.utc().getUTCMonth() + 1;
  }

  get day(): number {
    return this.utc().getUTCDate();
  }

  /** @throws RangeError when the result leaves 1900 to 2100 */
  addDays(days: number): DateOnly {
    return DateOnly.fromDayNumber(this.dayNumber + days);
  }

  /** The same day some months later; where that month is shorter, its last day. */
  addMonths(months: number): DateOnly {
    const first = new Date(Date.UTC(this.year, this.month - 1 + months, 1));
    const [year, month] = [first.getUTCFullYear(), first.getUTCMonth() + 1];
    const day = Math.min(this.day, daysInMonth(year, month));
    return DateOnly.fromDayNumber(Date.UTC(year, month - 1, day) / MS_PER_DAY);
  }

  addYears(years: number): DateOnly {
    return this.addMonths(12 * years);
  }

  /** Days from this day to the other; negative when the other lies before. */
  daysUntil(other: DateOnly): number {
    return other.dayNumber - this.dayNumber;
  }

  /**
   * Full years that somebody born on this day has completed on the given day. Born on 29 February, the year is
   * completed on 1 March where there is no 29th (§§ 187, 188 BGB).
   */
  ageAt(on: DateOnly): number {
    const hadBirthday = on.month > this.month || (on.month === this.month && on.day >= this.day);
    return on.year - this.year - (hadBirthday ? 0 : 1);
  }

  compare(other: DateOnly): number {
    return Math.sign(this.dayNumber - other.dayNumber);
  }

  isBefore(other: DateOnly): boolean {
    return this.dayNumber < other.dayNumber;
  }

  isAfter(other: DateOnly): boolean {
    return this.dayNumber > other.dayNumber;
  }

  equals(other: DateOnly): boolean {
    return this.dayNumber === other.dayNumber;
  }

  /** The instant at which this day begins in Germany. */
  startInstant(): Date {
    const wall = this.dayNumber * MS_PER_DAY;
    // The offset at the wall time read as UTC is right unless the clocks change between; the second look settles that.
    const guess = wall - berlinOffset(wall);
    return new Date(wall - berlinOffset(guess));
  }

  /** The instant at which this day is over: the start of the next one. */
  endInstant(): Date {
    return new DateOnly(this.dayNumber + 1).startInstant();
  }

  /** As people read it: `23.11.2026` (de), `23 November 2026` (en). */
  format(language: 'de' | 'en' = 'de'): string {
    if (language === 'de') return this.toString().split('-').reverse().join('.');
    const style = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
    return new Intl.DateTimeFormat('en-GB', style).format(this.utc());
  }

  toString(): string {
    return this.utc().toISOString().slice(0, 10);
  }

  toJSON(): string {
    return this.toString();
  }

  private utc(): Date {
    return new Date(this.dayNumber * MS_PER_DAY);
  }
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** How far the German wall clock is ahead of UTC at this instant, in milliseconds. */
function berlinOffset(instant: number): number {
  const read: Record<string, number> = {};
  for (const { type, value } of berlin.formatToParts(instant)) read[type] = Number(value);
  const { year = NaN, month = NaN, day, hour, minute, second } = read;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}
