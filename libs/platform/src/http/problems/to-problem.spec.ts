import { BadRequestException, InternalServerErrorException, NotFoundException } from '@nestjs/common';
import { DomainError, ValidationError, type DomainErrorKind } from '@of/kernel';
import { toProblem } from './to-problem';

const facts = { language: 'de', instance: '/api/v1/me' } as const;
const withCode = (code: string, statusCode?: number) => Object.assign(new Error('secret text'), { code, statusCode });

describe('toProblem', () => {
  it.each([
    ['malformed', 400],
    ['validation', 422],
    ['unauthenticated', 401],
    ['forbidden', 403],
    ['not-found', 404],
    ['conflict', 409],
    ['too-many', 429],
    ['too-large', 413],
    ['unavailable', 503],
  ] as [DomainErrorKind, number][])('a refusal of kind %s is %d', (kind, status) => {
    const { problem, isBug } = toProblem(new DomainError('not-found', kind), facts);
    expect(problem).toMatchObject({ status, type: '/problems/not-found', code: 'not-found', instance: '/api/v1/me' });
    expect(isBug).toBe(false);
  });

  it.each([
    ['22P02', 400, 'bad-request'],
    ['23505', 409, 'conflict'],
    ['23503', 409, 'conflict'],
    ['40001', 503, 'service-unavailable'],
    ['53100', 503, 'service-unavailable'],
    ['57P01', 503, 'service-unavailable'],
    ['08006', 503, 'service-unavailable'],
    ['ECONNREFUSED', 503, 'service-unavailable'],
    ['42P01', 500, 'internal-error'],
  ])('the database fault %s is %d %s', (sqlstate, status, code) => {
    const { problem, retryAfterSeconds, isBug } = toProblem(withCode(sqlstate), facts);
    expect(problem).toMatchObject({ status, code });
    expect(retryAfterSeconds).toBe(status === 503 ? 5 : undefined);
    expect(isBug).toBe(status === 500);
    expect(JSON.stringify(problem)).not.toContain('secret text');
  });

  it.each([
    [withCode('FST_ERR_CTP_BODY_TOO_LARGE', 413), 413, 'payload-too-large'],
    [withCode('FST_ERR_CTP_INVALID_MEDIA_TYPE', 415), 415, 'unsupported-media-type'],
    [withCode('FST_ERR_CTP_EMPTY_JSON_BODY', 400), 400, 'malformed-request'],
    [new SyntaxError('Unexpected token'), 400, 'malformed-request'],
    [Object.assign(new Error('aborted'), { code: 'ECONNRESET' }), 400, 'malformed-request'],
    [new NotFoundException('Cannot GET /secret text'), 404, 'not-found'],
    [new BadRequestException('secret text'), 400, 'bad-request'],
    [Object.assign(new Error('secret text'), { statusCode: 418 }), 418, 'bad-request'],
    [new InternalServerErrorException('secret text'), 500, 'internal-error'],
    [new TypeError('secret text'), 500, 'internal-error'],
    ['secret text', 500, 'internal-error'],
    [null, 500, 'internal-error'],
  ])('S44 %p is %d %s and tells nothing of the inside', (error, status, code) => {
    const { problem, isBug } = toProblem(error, facts);
    expect(problem).toMatchObject({ status, code });
    expect(isBug).toBe(status === 500);
    expect(JSON.stringify(problem)).not.toMatch(/secret|Unexpected|\bat \S+:\d+/);
  });

  it('names each faulty field with a sentence in the language of the caller', () => {
    const error = new ValidationError([
      { pointer: '/password', code: 'unusable-character' },
      { pointer: '/x', code: 'never-heard-of' },
    ]);
    expect(toProblem(error, facts).problem.errors).toEqual([
      {
        pointer: '/password',
        code: 'unusable-character',
        detail: 'Diese Angabe enthält Zeichen, die wir nicht speichern können.',
      },
      { pointer: '/x', code: 'never-heard-of', detail: 'Bitte prüfen Sie diese Angabe.' },
    ]);
    expect(toProblem(error, { ...facts, language: 'en' }).problem.title).toBe('Please check what you entered');
  });

  it.each([
    [30, '30 Sekunden'],
    [120, '2 Minuten'],
    [3601, '61 Minuten'],
    [86_400, '24 Stunden'],
  ])('says how long to wait: %d s are %s', (seconds, words) => {
    const error = new DomainError('too-many-requests', 'too-many', { retryAfterSeconds: seconds });
    const { problem, retryAfterSeconds } = toProblem(error, facts);
    expect(retryAfterSeconds).toBe(seconds);
    expect(problem.detail).toContain(words);
  });
});
