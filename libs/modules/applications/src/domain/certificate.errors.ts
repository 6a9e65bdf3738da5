import { DomainError } from '@of/kernel';
import type { CertificateKind } from './certificate';

/** Nothing can be confirmed: no cover runs today. */
export class NoCoverToCertify extends DomainError {
  constructor() {
    super('certificate-without-cover', 'conflict');
  }
}

/** The person is too young for what this kind is shown for. */
export class CertificateNotForAge extends DomainError {
  constructor(kind: CertificateKind, leastAge: number) {
    super('certificate-not-for-age', 'conflict', { params: { kind, leastAge } });
  }
}

/** It cannot be printed, e.g. because of a letter in the name that no font has. */
export class CertificateNotPrintable extends DomainError {
  constructor() {
    super('certificate-not-printable', 'conflict');
  }
}
