import { DomainError } from '@of/kernel';

/** One neutral refusal for every cause after the look-up. */
export const registrationNotPossible = (): DomainError => new DomainError('registration-not-possible', 'validation');

export const tooManyRegistrations = (retryAfterSeconds: number): DomainError =>
  new DomainError('too-many-requests', 'too-many', { retryAfterSeconds });

export const alreadyActivated = (): DomainError => new DomainError('already-activated', 'conflict');
