import { language } from './language';

const BERLIN = 'Europe/Berlin';

function formatter(options: Intl.DateTimeFormatOptions, timeZone = BERLIN): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language() === 'de' ? 'de-DE' : 'en-GB', { ...options, timeZone });
}

function format(date: Date, options: Intl.DateTimeFormatOptions, timeZone = BERLIN): string {
  return formatter(options, timeZone).format(date);
}

/** A day of the calendar ("2026-12-01") has no time zone; it is read and shown as UTC so that it never shifts. */
function dayOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The day that the calendar on a German wall shows at a point in time, `YYYY-MM-DD`. */
export function berlinDay(moment: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: BERLIN }).format(new Date(moment));
}

const KEEP = '\u00a0';

/** "1. Dezember 2026", with a no-break space after the day. */
export function formatDay(day: string): string {
  return format(dayOf(day), { day: 'numeric', month: 'long', year: 'numeric' }, 'UTC').replace(' ', KEEP);
}

/** "16.–20. November 2026" of two days that both count; one day stands alone. */
export function formatPeriod(from: string, until: string): string {
  return formatter({ day: 'numeric', month: 'long', year: 'numeric' }, 'UTC').formatRange(dayOf(from), dayOf(until));
}

/** "Dienstag, 1. Dezember 2026" */
export function formatWeekday(day: string): string {
  return format(dayOf(day), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, 'UTC');
}

/** The parts of a calendar leaf: "1" and "Dez." */
export function formatDayShort(day: string): { day: string; month: string } {
  const date = dayOf(day);
  return { day: format(date, { day: 'numeric' }, 'UTC'), month: format(date, { month: 'short' }, 'UTC') };
}

/** "23. November 2026, 10:15" of a point in time */
export function formatMoment(moment: string | Date): string {
  return format(new Date(moment), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
}

/** "10:15" of a point in time, on the clock of whoever reads it */
export function formatTime(moment: Date): string {
  return new Intl.DateTimeFormat(language() === 'de' ? 'de-DE' : 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
  }).format(moment);
}

/** "10:15" of a point in time, in Germany */
export function formatBerlinTime(moment: string): string {
  return format(new Date(moment), { hour: '2-digit', minute: '2-digit' });
}
