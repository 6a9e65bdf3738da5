import type { components } from './generated/member';

export type ProblemBody = components['schemas']['ProblemResponse'];
export type FieldProblem = NonNullable<ProblemBody['errors']>[number];

/** A refusal of the API, or the network: always a code, and a sentence that says what to do. */
export class ApiProblem extends Error {
  constructor(
    /** 0 when no answer came at all. */
    readonly status: number,
    readonly code: string,
    /** Said by the API in the reader's language; empty without an answer. */
    readonly detail: string,
    readonly extra: {
      errors?: readonly FieldProblem[];
      retryAfterSeconds?: number;
      attemptsLeft?: number;
      nextStep?: string;
    } = {},
  ) {
    super(code);
    this.name = 'ApiProblem';
  }

  /** The error of a field by its JSON pointer, for example `/kvnr`. */
  field(pointer: string): FieldProblem | undefined {
    return this.extra.errors?.find((error) => error.pointer === pointer);
  }
}

export function toApiProblem(body: unknown, response: Response): ApiProblem {
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  const retryAfterSeconds = Number.isFinite(retryAfter) ? retryAfter : undefined;
  if (!isProblemBody(body)) return new ApiProblem(response.status, 'unknown', '', { retryAfterSeconds });
  const { errors, attemptsLeft, nextStep } = body;
  return new ApiProblem(response.status, body.code, body.detail, { errors, attemptsLeft, nextStep, retryAfterSeconds });
}

function isProblemBody(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;
}
