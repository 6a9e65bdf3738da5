import { DateOnly, type DateFault } from '@of/kernel';
import type { TypedDay } from '@of/ui';

export const NO_DAY: TypedDay = { day: '', month: '', year: '' };

export const isEmptyDay = ({ day, month, year }: TypedDay): boolean => !`${day}${month}${year}`.trim();

/** What was typed, as a day; "1" and "01" mean the same. */
export function readDay({ day, month, year }: TypedDay): DateOnly | DateFault {
  const typed = [year, month, day].map((part) => part.trim());
  if (typed.includes('')) return 'date-format';
  const parsed = DateOnly.tryParse(typed.map((part) => part.padStart(2, '0')).join('-'));
  return parsed.ok ? parsed.value : parsed.code;
}
