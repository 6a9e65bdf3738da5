import { OWN_ACCOUNT_AGE } from '@of/kernel';

/** What is known about the person that KVNR and postal code name together. */
export interface Candidate {
  coverage: 'running' | 'future' | 'ended' | 'none';
  /** Full years today, Europe/Berlin. */
  age: number;
}

/** Why a registration is refused. Never shown: outside, all causes look alike. */
export type RefusalCause = 'not-found' | 'cover-closed' | 'too-young' | 'already-registered';

export function refusalOf(candidate: Candidate | null): RefusalCause | null {
  if (!candidate) return 'not-found';
  if (candidate.age < OWN_ACCOUNT_AGE) return 'too-young';
  if (candidate.coverage !== 'running' && candidate.coverage !== 'future') return 'cover-closed';
  return null;
}

/** A letter to an address that changed within these days is looked at by a person first (S03). */
export const ADDRESS_REVIEW_DAYS = 14;

/** A registration nobody finished disappears this many days after its code has expired. */
export const KEEP_UNFINISHED_DAYS = 7;
