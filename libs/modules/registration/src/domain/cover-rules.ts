import type { DateOnly } from '@of/kernel';

/** Figures about the end of cover, in force from a day on. */
export interface CoverRules {
  readonly since: string;
  /** Days after the last day of cover for which the access stays open: change of employer, § 19 SGB V. */
  readonly waitingDays: number;
  /** Days before the access closes at which the member is told for the last time. */
  readonly lastWarningDays: number;
  /** Days for which a deactivated account waits for new cover before it is erased. */
  readonly keepDeactivatedDays: number;
}

/** Newest first. */
const dated: readonly CoverRules[] = [
  { since: '2025-01-01', waitingDays: 31, lastWarningDays: 7, keepDeactivatedDays: 90 },
];

export function coverRulesOn(day: DateOnly): CoverRules {
  const text = day.toString();
  return (dated.find(({ since }) => since <= text) ?? dated.at(-1)) as CoverRules;
}

/** Who is told when: number of the warning, and how many days the cover has been over by then. The latest first. */
export function warningsOf(rules: CoverRules): { warning: 'last' | 'first'; number: number; days: number }[] {
  return [
    { warning: 'last', number: 2, days: rules.waitingDays - rules.lastWarningDays },
    { warning: 'first', number: 1, days: 1 },
  ];
}
