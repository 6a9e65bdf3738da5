import { DateOnly, type DateFault } from '@of/kernel';
import type { TypedDay } from '@of/ui';

export const NO_DAY: TypedDay = { day: '', month: '', year: '' };

export const isEmptyDay = ({ day, month, year }: TypedDay): boolean => !`${day}${month}${year}`.trim();

/** What was typed, as a day; "1" and "01" mean the same. */
export function readDay({ day, month, year }: TypedDay): DateOnly | DateFault {
  const [d, m, y] = [day, month, year].map((part) => part.trim());
  const parsed = DateOnly.tryParse(`${y}-${m?.padStart(2, '0')}-${d?.padStart(2, '0')}`);
  return parsed.ok ? parsed.value : parsed.code;
}
