import { DomainError } from '@of/kernel';

/** One answer for a wrong, an expired, a used and a missing code, and for a user name nobody has. */
export const resetCodeInvalid = (): DomainError =>
  new DomainError('code-invalid', 'validation', {
    params: { reason: 'reset-code-invalid' },
    fieldErrors: [{ pointer: '/code', code: 'code-invalid' }],
  });

export const tooManyRequests = (retryAfterSeconds: number): DomainError =>
  new DomainError('too-many-requests', 'too-many', { retryAfterSeconds });

export const linkUsed = (): DomainError => new DomainError('link-used', 'gone');

export const linkExpired = (): DomainError => new DomainError('link-expired', 'gone');

export const notFound = (): DomainError => new DomainError('not-found', 'not-found');

/** What waits for its release is no longer what was offered. */
export const transferStale = (): DomainError => new DomainError('approval-stale', 'conflict');
