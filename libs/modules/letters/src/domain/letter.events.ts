import type { DateOnly } from '@of/kernel';
import type { LetterId } from './letter';
import { validUntil } from './letter-rules';

/** A letter is to be produced. Payload `{ letterId }`. */
export const LETTER_ORDERED = 'letters.letter-ordered';

/**
 * A letter is in the post, reported or assumed; told again when a report corrects an assumption. Payload
 * `{ letterId, postedOn, validUntil }`: the day of posting and the last day that follows from it, as `YYYY-MM-DD`.
 * What is printed on the letter may be later and still holds.
 */
export const LETTER_POSTED = 'letters.letter-posted';

export function letterOrdered(letterId: LetterId) {
  return { name: LETTER_ORDERED, payload: { letterId } } as const;
}

export function letterPosted(letterId: LetterId, postedOn: DateOnly) {
  const payload = { letterId, postedOn: String(postedOn), validUntil: String(validUntil(postedOn)) };
  return { name: LETTER_POSTED, payload } as const;
}
