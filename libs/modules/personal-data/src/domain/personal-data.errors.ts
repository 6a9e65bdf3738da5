import { DomainError, ValidationError } from '@of/kernel';

/** There is no such device, or not any more; one of somebody else looks the same. */
export const deviceGone = (): DomainError => new DomainError('not-found', 'not-found');

/** The day of the move lies too far away to be meant. */
export const moveOutOfRange = (): ValidationError =>
  new ValidationError([{ pointer: '/validFrom', code: 'move-out-of-range' }]);

/** Somebody for whom the member may not act, whether or not there is such a person. */
export const personUnknown = (index: number): ValidationError =>
  new ValidationError([{ pointer: `/alsoFor/${index}`, code: 'person-unknown' }]);

/** Since it was asked for, the member may act no longer for somebody it is about. */
export const familyChanged = (): DomainError => new DomainError('family-changed', 'conflict');

export const cursorInvalid = (): ValidationError =>
  new ValidationError([{ pointer: '/cursor', code: 'cursor-invalid' }]);
