import { DomainError, ValidationError, type ErrorParams } from '@of/kernel';

/** Why uploads cannot become a document, at the field that named them. */
export class UploadsRefused extends ValidationError {
  constructor(code: string, params?: ErrorParams) {
    super([{ pointer: '/uploadIds', code, params }]);
  }
}

/** The content is still being checked, or the check did not end well. */
export class DocumentNotReady extends DomainError {
  constructor(reason: 'document-being-checked' | 'document-infected' | 'document-unusable') {
    super('document-not-ready', 'conflict', { params: { reason } });
  }
}
