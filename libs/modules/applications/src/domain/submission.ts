import type { Id } from '@of/kernel';

export type SubmissionId = Id<'Submission'>;

export const categories = [
  'sick-note',
  'child-sickness-benefit',
  'household-help',
  'invoice',
  'bonus-proof',
  'education-certificate',
  'other',
] as const;

/** What a document is about. */
export type Category = (typeof categories)[number];

/** Answer to a question of a form. */
export type Answer = string | number | boolean;
export type Answers = Readonly<Record<string, Answer>>;
