import type { DateOnly } from '@of/kernel';

/** Figures about drafts, in force from a day on. */
export interface DraftRules {
  readonly since: string;
  /** Days after the last saving for which a draft is kept. */
  readonly keepDays: number;
}

/** Newest first. */
const dated: readonly DraftRules[] = [{ since: '2025-01-01', keepDays: 60 }];

export function draftRulesOn(day: DateOnly): DraftRules {
  const text = day.toString();
  return (dated.find(({ since }) => since <= text) ?? dated.at(-1)) as DraftRules;
}

/** So many bytes of JSON a draft may hold. Files do not belong into it: they are uploads. */
export const MOST_BYTES = 64 * 1024;
