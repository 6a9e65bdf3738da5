import { DomainError, type ErrorParams } from '@of/kernel';
import { kindOf, type FileProblemCode } from './file-problem';

/** The file is not accepted; the code says why. */
export class FileRefused extends DomainError {
  constructor(code: FileProblemCode, params: ErrorParams) {
    super(code, kindOf(code), { params });
  }
}

/** The member has uploaded as many files as a day allows. */
export class UploadLimitReached extends DomainError {
  constructor(retryAfterSeconds: number, allowed: number) {
    super('too-many-requests', 'too-many', { retryAfterSeconds, params: { reason: 'upload-limit-reached', allowed } });
  }
}

/** The member has as much with us as they may. */
export class StorageFull extends DomainError {
  constructor(actual: number, allowed: number) {
    super('storage-full', 'too-large', { params: { actual, allowed } });
  }
}

/** What was sent does not go on where we stopped. */
export class OffsetMismatch extends DomainError {
  constructor() {
    super('upload-offset-mismatch', 'conflict');
  }
}

/** What arrived is not what was sent. Nothing of it was kept. */
export class ChecksumMismatch extends DomainError {
  constructor() {
    super('upload-checksum-mismatch', 'conflict');
  }
}

/** The store took too long, broke off or is full. What was acknowledged is safe; the rest may be sent again. */
export class StoreAway extends DomainError {
  constructor(override readonly cause: unknown) {
    super('service-unavailable', 'unavailable', { retryAfterSeconds: 10 });
  }
}
