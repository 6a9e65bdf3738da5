import type { Id } from '@of/kernel';
import type { LetterState } from './letter-state';

export type LetterId = Id<'Letter'>;

export const letterPurposes = ['registration', 'device', 'reset', 'initial-password', 'certificate', 'post'] as const;

/**
 * Why a letter is written. It decides the text and who mints the secret in it. A certificate holds none, nor does `post`: what the
 * insurer wrote to somebody without an account.
 */
export type LetterPurpose = (typeof letterPurposes)[number];

export type LetterLanguage = 'de' | 'en';

/** A letter as the house keeps it. */
export interface Letter {
  readonly id: LetterId;
  /** Owner; opaque here. Null for post to somebody without an account. */
  readonly accountId: string | null;
  readonly insuredId: string;
  readonly purpose: LetterPurpose;
  readonly language: LetterLanguage;
  readonly state: LetterState;
  /** Printed above the text, for questions on the phone, e.g. `OF-2026-000042`. */
  readonly reference: string;
  readonly createdAt: Date;
  readonly handedOverAt: Date | null;
  readonly postedAt: Date | null;
  /** True while nobody reported the posting and it follows from the calendar alone. */
  readonly postedIsAssumed: boolean;
}
