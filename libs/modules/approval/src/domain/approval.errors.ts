import { DomainError } from '@of/kernel';

export const approvalNotFound = (): DomainError => new DomainError('not-found', 'not-found');

/** It was decided, cancelled or ran out before. */
export const approvalClosed = (): DomainError => new DomainError('approval-closed', 'conflict');

/** What was stored is no longer what was shown: nothing is done. */
export const approvalStale = (): DomainError => new DomainError('approval-stale', 'conflict');

export const matchNumberWrong = (attemptsLeft: number): DomainError =>
  new DomainError('match-number-wrong', 'validation', {
    params: { attemptsLeft },
    fieldErrors: [{ pointer: '/matchNumber', code: 'match-number-wrong' }],
  });

/** The act needs a confirmation on a device, and this session has none to ask. */
export const secondFactorRequired = (): DomainError => new DomainError('second-factor-required', 'forbidden');

/** The device's signature does not hold. */
export const assertionInvalid = (): DomainError =>
  new DomainError('assertion-invalid', 'validation', {
    fieldErrors: [{ pointer: '/credential', code: 'assertion-invalid' }],
  });

export const tooManyApprovals = (retryAfterSeconds: number): DomainError =>
  new DomainError('too-many-requests', 'too-many', {
    retryAfterSeconds,
    params: { reason: 'approvals-unanswered' },
  });
