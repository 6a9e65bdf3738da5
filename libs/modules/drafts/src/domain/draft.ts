import type { DraftForm } from './forms';

/** Whose draft it is, of whom it speaks, and which form it belongs to: one of each. */
export interface DraftKey {
  accountId: string;
  /** Insured person the form is about. */
  subject: string;
  form: DraftForm;
}

/** What is known about a draft without opening it. */
export interface DraftMetadata {
  /** Version of the form that wrote it. Only the form understands it. */
  version: number;
  /** Page of the portal on which the form goes on. */
  returnUrl: string;
  /** Grows with each saving. */
  revision: number;
  savedAt: Date;
  expiresAt: Date;
}

export interface DraftSummary extends DraftMetadata {
  form: DraftForm;
}

/**
 * What a writer believes to be stored: a revision, nothing at all, anything there is, or what it does not care about.
 */
export type Expectation = number | 'nothing' | 'something' | 'whatever';

/** @param present the revision that is stored; null when there is none */
export function isMet(expected: Expectation, present: number | null): boolean {
  if (expected === 'whatever') return true;
  if (expected === 'nothing') return present === null;
  return expected === 'something' ? present !== null : present === expected;
}

const tag = /^(?:W\/)?"?(\d{1,9})"?$/;
/** No draft ever has it. */
const UNKNOWN = 0;

/** Reads `If-Match` and `If-None-Match`. A tag that is none of ours matches nothing. */
export function readExpectation(ifMatch: string | undefined, ifNoneMatch: string | undefined): Expectation {
  if (ifMatch !== undefined) {
    if (ifMatch.trim() === '*') return 'something';
    return Number(tag.exec(ifMatch.trim())?.[1] ?? UNKNOWN);
  }
  return ifNoneMatch?.trim() === '*' ? 'nothing' : 'whatever';
}
