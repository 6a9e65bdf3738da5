import type { DateOnly } from '@of/kernel';
import { letterRulesOn } from './letter-rules';
import { addWorkingDays } from './working-days';

/** The day by which a letter ordered on the given day will be in the letter box. */
export function expectedBy(orderedOn: DateOnly, needsReview: boolean): DateOnly {
  const { printingDays, postalDays, reviewDays } = letterRulesOn(orderedOn);
  return addWorkingDays(orderedOn, printingDays + postalDays + (needsReview ? reviewDays : 0));
}
