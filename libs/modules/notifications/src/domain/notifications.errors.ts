import { DomainError, ValidationError, type FieldError } from '@of/kernel';

/** Pushes go to push services on the public internet only, with keys that are some. */
export const pushTargetRefused = (errors: readonly FieldError[]): DomainError => new ValidationError(errors);

/** The device was removed or suspended while it asked. */
export const deviceGone = (): DomainError => new DomainError('not-authenticated', 'unauthenticated');

/** Some notices reach the member whatever was chosen. */
export const channelFixed = (pointers: readonly string[]): DomainError =>
  new ValidationError(pointers.map((pointer) => ({ pointer, code: 'channel-fixed' })));
