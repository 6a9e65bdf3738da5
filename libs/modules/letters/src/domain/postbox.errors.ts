import { DomainError, ValidationError } from '@of/kernel';

/** There is no such item for this person, or not for whoever asks: both look the same. */
export const itemNotFound = (): DomainError => new DomainError('not-found', 'not-found');

export const cursorInvalid = (): DomainError => new ValidationError([{ pointer: '/cursor', code: 'cursor-invalid' }]);

/** The sender used the reference before, for something else. */
export const referenceReused = (): DomainError => new DomainError('delivery-reference-reused', 'conflict');

/** What was delivered is no PDF that can be read. */
export const pdfUnreadable = (): DomainError => new ValidationError([{ pointer: '/pdf', code: 'pdf-unreadable' }]);

/** Only the person whose post it is decides who else sees it. */
export const privacyIsOwn = (): DomainError => new DomainError('postbox-privacy-own', 'forbidden');
