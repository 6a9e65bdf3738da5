/** What a refusal means, in words of the domain. The outer layers decide which status or sentence that becomes. */
export type DomainErrorKind =
  | 'malformed'
  | 'validation'
  | 'not-found'
  | 'forbidden'
  | 'conflict'
  | 'unauthenticated'
  | 'gone'
  | 'too-many'
  | 'too-large'
  | 'unavailable';

export type ErrorParams = Readonly<Record<string, string | number>>;

/** One faulty field. `pointer` is an RFC 6901 JSON pointer into the input, e.g. `/address/postalCode`. */
export interface FieldError {
  readonly pointer: string;
  readonly code: string;
  /** Which of several rules of the same code was not met, e.g. `min-length`. */
  readonly rule?: string;
  readonly params?: ErrorParams;
}

export interface DomainErrorDetails {
  readonly fieldErrors?: readonly FieldError[];
  /** Figures and words for the sentence that the reader will see, and for clients (`attemptsLeft`, `nextStep`). */
  readonly params?: ErrorParams;
  readonly retryAfterSeconds?: number;
}

/**
 * A refusal that the rules foresee. It carries a stable code and no human text: the words live with the languages.
 */
export class DomainError extends Error {
  readonly fieldErrors?: readonly FieldError[];
  readonly params?: ErrorParams;
  readonly retryAfterSeconds?: number;

  constructor(
    readonly code: string,
    readonly kind: DomainErrorKind,
    details: DomainErrorDetails = {},
  ) {
    super(code);
    this.name = new.target.name;
    this.fieldErrors = details.fieldErrors;
    this.params = details.params;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}

/** The refusal of an input with faulty fields, all named at once. */
export class ValidationError extends DomainError {
  constructor(fieldErrors: readonly FieldError[]) {
    super('validation-failed', 'validation', { fieldErrors });
  }
}
