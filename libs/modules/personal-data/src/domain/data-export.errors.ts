import { DomainError } from '@of/kernel';

export const exportNotFound = (): DomainError => new DomainError('not-found', 'not-found');

/** One is being made: a second one would hold the same. */
export const exportUnderWay = (): DomainError => new DomainError('data-export-under-way', 'conflict');

export const exportsExhausted = (retryAfterSeconds: number): DomainError =>
  new DomainError('too-many-requests', 'too-many', { retryAfterSeconds, params: { reason: 'data-exports' } });

export const exportNotReady = (): DomainError => new DomainError('data-export-not-ready', 'conflict');

/** Its time is over and it is erased. */
export const exportExpired = (): DomainError => new DomainError('data-export-expired', 'gone');
