import type { Language } from './language';

/** RFC 9457 problem details, as every refusal is answered. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  code: string;
  errors?: FieldProblem[];
  [extension: string]: unknown;
}

export interface FieldProblem {
  /** JSON pointer into the request body, e.g. `/kvnr`. */
  pointer: string;
  code: string;
  /** Which rule of a policy is not met, e.g. `min-length`. */
  rule?: string;
  detail: string;
}

/** A text may mention parameters of the error as `{name}`. */
export interface ProblemText {
  title: string;
  detail: string;
}

export type ProblemTexts = Record<string, Record<Language, ProblemText>>;
export type FieldTexts = Record<string, Record<Language, string>>;
