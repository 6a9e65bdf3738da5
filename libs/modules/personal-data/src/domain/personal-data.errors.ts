import { DomainError, ValidationError } from '@of/kernel';

/** There is no such device, or not any more; one of somebody else looks the same. */
export const deviceGone = (): DomainError => new DomainError('not-found', 'not-found');

/** The day of the move lies too far away to be meant. */
export const moveOutOfRange = (): ValidationError =>
  new ValidationError([{ pointer: '/validFrom', code: 'move-out-of-range' }]);

export const cursorInvalid = (): ValidationError =>
  new ValidationError([{ pointer: '/cursor', code: 'cursor-invalid' }]);
