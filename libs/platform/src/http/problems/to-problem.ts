import { HttpException } from '@nestjs/common';
import { DomainError, type DomainErrorKind } from '@of/kernel';
import { databaseFault } from '../../database/sqlstate';
import type { Language } from './language';
import type { Problem } from './problem';
import { fieldText, isKnownProblem, problemText } from './problem-catalogue';

const statusOfKind: Record<DomainErrorKind, number> = {
  malformed: 400,
  validation: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-many': 429,
  'too-large': 413,
  unavailable: 503,
};

const codeOfStatus: Record<number, string> = {
  400: 'bad-request',
  401: 'not-authenticated',
  404: 'not-found',
  405: 'method-not-allowed',
  408: 'bad-request',
  409: 'conflict',
  413: 'payload-too-large',
  414: 'bad-request',
  415: 'unsupported-media-type',
  431: 'bad-request',
  503: 'service-unavailable',
};

/** Fastify's own refusals that happen before a route is reached. */
const codeOfFastifyError: Record<string, string> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'payload-too-large',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-request',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-request',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed-request',
};
const statusOfCode: Record<string, number> = {
  'unsupported-media-type': 415,
  'payload-too-large': 413,
  'malformed-request': 400,
};

export interface TranslatedError {
  problem: Problem;
  retryAfterSeconds?: number;
  /** True when nobody foresaw this error: it is logged with its stack. */
  isBug: boolean;
}

export interface RequestFacts {
  language: Language;
  /** Path of the request, without the query. */
  instance: string;
}

function duration(seconds: number, language: Language): string {
  const minutes = Math.ceil(seconds / 60);
  if (seconds < 90) return language === 'de' ? `${seconds} Sekunden` : `${seconds} seconds`;
  if (minutes < 90) return language === 'de' ? `${minutes} Minuten` : `${minutes} minutes`;
  const hours = Math.ceil(minutes / 60);
  return language === 'de' ? `${hours} Stunden` : `${hours} hours`;
}

/** A `reason` among the parameters says more than the code: its own sentence is used, the code stays. */
function build(code: string, status: number, facts: RequestFacts, params?: Record<string, string | number>): Problem {
  const reason = params?.['reason'];
  const text = typeof reason === 'string' && isKnownProblem(reason) ? reason : code;
  const { title, detail } = problemText(text, facts.language, params);
  return { type: `/problems/${code}`, title, status, detail, instance: facts.instance, code };
}

function fromDomain(error: DomainError, facts: RequestFacts): TranslatedError {
  const { retryAfterSeconds } = error;
  const params = {
    ...error.params,
    ...(retryAfterSeconds === undefined ? {} : { retryAfter: duration(retryAfterSeconds, facts.language) }),
  };
  const problem: Problem = { ...build(error.code, statusOfKind[error.kind], facts, params), ...error.params };
  if (error.fieldErrors?.length) {
    problem.errors = error.fieldErrors.map((field) => ({
      pointer: field.pointer,
      code: field.code,
      ...(field.rule ? { rule: field.rule } : {}),
      detail: fieldText(field.code, field.rule, facts.language, field.params),
    }));
  }
  return { problem, retryAfterSeconds, isBug: false };
}

/** Problem details of a refusal that is part of an answer, e.g. why a file was not accepted. */
export function problemOf(error: DomainError, facts: RequestFacts): Problem {
  return fromDomain(error, facts).problem;
}

/** The caller hung up in the middle of the body: nobody reads the answer, and nothing of ours is broken. */
function isAborted(error: unknown): boolean {
  return error instanceof Error && error.message === 'aborted' && (error as { code?: unknown }).code === 'ECONNRESET';
}

/** Turns whatever was thrown into problem details. Nothing of the error's own text reaches the caller. */
export function toProblem(error: unknown, facts: RequestFacts): TranslatedError {
  if (error instanceof DomainError) return fromDomain(error, facts);

  const fastifyCode = codeOfFastifyError[String((error as { code?: unknown } | null)?.code)];
  if (fastifyCode) return { problem: build(fastifyCode, statusOfCode[fastifyCode] as number, facts), isBug: false };

  if (isAborted(error)) return { problem: build('malformed-request', 400, facts), isBug: false };

  switch (databaseFault(error)) {
    case 'bad-data':
      return { problem: build('bad-request', 400, facts), isBug: false };
    case 'duplicate':
    case 'missing-reference':
      return { problem: build('conflict', 409, facts), isBug: false };
    case 'retry':
    case 'unavailable':
      return { problem: build('service-unavailable', 503, facts), retryAfterSeconds: 5, isBug: false };
    case 'bug':
      return { problem: build('internal-error', 500, facts), isBug: true };
  }

  const status =
    error instanceof HttpException ? error.getStatus() : Number((error as { statusCode?: unknown } | null)?.statusCode);
  if (error instanceof SyntaxError || (error as Error | null)?.name === 'SyntaxError') {
    return { problem: build('malformed-request', 400, facts), isBug: false };
  }
  if (status >= 400 && status < 500) {
    const inner =
      error instanceof HttpException
        ? codeOfFastifyError[String((error.cause as { code?: unknown })?.code)]
        : undefined;
    const code = inner ?? codeOfStatus[status] ?? 'bad-request';
    return { problem: build(code, status, facts), isBug: false };
  }
  return { problem: build('internal-error', 500, facts), isBug: true };
}
