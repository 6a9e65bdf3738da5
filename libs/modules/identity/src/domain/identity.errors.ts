import { DomainError } from '@of/kernel';

/** One answer for unknown user name and wrong password. */
export const loginFailed = (): DomainError => new DomainError('login-failed', 'unauthenticated');

export const insuranceEnded = (): DomainError => new DomainError('insurance-ended', 'forbidden');

export const tooManyTries = (retryAfterSeconds: number): DomainError =>
  new DomainError('too-many-requests', 'too-many', { retryAfterSeconds });

export const codeInvalid = (attemptsLeft: number): DomainError =>
  new DomainError('code-invalid', 'validation', {
    params: { attemptsLeft },
    fieldErrors: [{ pointer: '/code', code: 'code-invalid' }],
  });

export const codeExpired = (): DomainError =>
  new DomainError('code-expired', 'validation', { fieldErrors: [{ pointer: '/code', code: 'code-expired' }] });

export const codeVoid = (): DomainError => new DomainError('code-void', 'conflict');

/** The password given for confirmation is not the right one. */
export const passwordWrong = (pointer: string): DomainError =>
  new DomainError('validation-failed', 'validation', { fieldErrors: [{ pointer, code: 'password-wrong' }] });

export const notFound = (): DomainError => new DomainError('not-found', 'not-found');
