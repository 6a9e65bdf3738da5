import type { DateOnly } from '@of/kernel';

/** Figures about letters, in force from a day on. */
export interface LetterRules {
  readonly since: string;
  /** Working days from the hand-over until the letter is in the post. */
  readonly printingDays: number;
  /** Working days in the post that we promise. */
  readonly postalDays: number;
  /** Working days that a person's look at a fresh change of address takes. */
  readonly reviewDays: number;
  /** Calendar days after hand-over at which a letter counts as posted unless the print provider says otherwise. */
  readonly assumedPostedAfterDays: number;
  /** Calendar days for which a posted secret is good, counted from posting. */
  readonly validDays: number;
  /** Letters with a secret, of one purpose. */
  readonly mostLetters: { readonly count: number; readonly withinDays: number };
  /** Certificates by post, for oneself and for children. */
  readonly mostCertificates: { readonly count: number; readonly withinDays: number };
}

/**
 * Newest first.
 * 2025: since the postal act of 2024 (§ 18 PostG) 95 % of letters arrive by the third and 99 % by the fourth working day;
 * one day is kept in reserve. Validity and number of letters: security requirement S05; posting: decisions of the house.
 */
const dated: readonly LetterRules[] = [
  {
    since: '2025-01-01',
    printingDays: 1,
    postalDays: 5,
    reviewDays: 3,
    assumedPostedAfterDays: 3,
    validDays: 21,
    mostLetters: { count: 3, withinDays: 30 },
    mostCertificates: { count: 12, withinDays: 30 },
  },
];

export function letterRulesOn(day: DateOnly): LetterRules {
  const text = day.toString();
  const rules = dated.find(({ since }) => since <= text) ?? dated.at(-1);
  return rules as LetterRules;
}

/** The last day on which the secret in a letter works that was posted on the given day. */
export function validUntil(postedOn: DateOnly): DateOnly {
  return postedOn.addDays(letterRulesOn(postedOn).validDays);
}

/** The day printed on a letter as its last when it is handed over on the given day. */
export function printedValidUntil(handOver: DateOnly): DateOnly {
  return validUntil(handOver.addDays(letterRulesOn(handOver).assumedPostedAfterDays));
}
