import { DomainError, ValidationError } from '@of/kernel';

/** There is none, or not any more. */
export const draftNotFound = (): DomainError => new DomainError('not-found', 'not-found');

/** Another device has saved or deleted it since it was read. */
export const draftChanged = (): DomainError => new DomainError('draft-changed', 'conflict');

export const draftTooLarge = (): DomainError => new DomainError('payload-too-large', 'too-large');

export const returnUrlInvalid = (): ValidationError =>
  new ValidationError([{ pointer: '/metadata/returnUrl', code: 'return-url' }]);
