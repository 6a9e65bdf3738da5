/** What is known about the person that KVNR and postal code name together. */
export interface Candidate {
  coverage: 'running' | 'future' | 'ended' | 'none';
  /** Full years today, Europe/Berlin. */
  age: number;
}

/** From this birthday on a person may have an account of their own (§ 36 SGB I). */
const MIN_AGE = 15;

/** Why a registration is refused. Never shown: outside, all causes look alike. */
export type RefusalCause = 'not-found' | 'cover-closed' | 'too-young' | 'already-registered';

export function refusalOf(candidate: Candidate | null): RefusalCause | null {
  if (!candidate) return 'not-found';
  if (candidate.age < MIN_AGE) return 'too-young';
  if (candidate.coverage !== 'running' && candidate.coverage !== 'future') return 'cover-closed';
  return null;
}

/** A letter to an address that changed within these days is looked at by a person first (S03). */
export const ADDRESS_REVIEW_DAYS = 14;

/** A registration nobody finished disappears this many days after its code has expired. */
export const KEEP_UNFINISHED_DAYS = 7;
