import { DateOnly, ValidationError, type FieldError } from '@of/kernel';

/** Longest number of a sick note, in characters, and longest period that is no mistake, in days. */
const limits = { number: 64, days: 366 } as const;

/** A certificate of incapacity for work that a practice sent electronically (eAU, § 295 Abs. 1 SGB V). Both days count. */
export interface ReceivedSickNote {
  /** The core insurance system's own number. */
  readonly number: string;
  readonly from: DateOnly;
  readonly until: DateOnly;
  readonly isFollowUp: boolean;
  /** Day on which the insurer got it. */
  readonly receivedOn: DateOnly;
}

/**
 * Checks what the core insurance system tells. Days as `YYYY-MM-DD`.
 * @throws ValidationError naming every fault
 */
export function readReceivedSickNote(
  input: { number: string; from: string; until: string; receivedOn: string; isFollowUp: boolean },
  today: DateOnly,
): ReceivedSickNote {
  const faults: FieldError[] = [];
  const fault = (pointer: string, code: string): void => void faults.push({ pointer, code });
  const day = (name: 'from' | 'until' | 'receivedOn'): DateOnly => {
    const parsed = DateOnly.tryParse(input[name]);
    if (parsed.ok) return parsed.value;
    fault(`/${name}`, parsed.code);
    return today;
  };
  const { number, isFollowUp } = input;
  const [from, until, receivedOn] = [day('from'), day('until'), day('receivedOn')];
  const areDays = faults.length === 0;
  if (!/^[\x21-\x7e]+$/.test(number)) fault('/number', number === '' ? 'required' : 'unusable-character');
  if (number.length > limits.number) fault('/number', 'too-long');
  if (receivedOn.isAfter(today)) fault('/receivedOn', 'date-in-future');
  if (areDays && until.isBefore(from)) fault('/until', 'date-order');
  if (areDays && from.daysUntil(until) >= limits.days) fault('/until', 'period-too-long');
  if (faults.length > 0) throw new ValidationError(faults);
  return { number, from, until, isFollowUp, receivedOn };
}
