import { DomainError } from '@of/kernel';
import { MAX_DEVICES } from './device';

const invalidCredential = (): DomainError =>
  new DomainError('assertion-invalid', 'validation', {
    fieldErrors: [{ pointer: '/credential', code: 'assertion-invalid' }],
  });

/** The device's signature does not hold. */
export const assertionInvalid = invalidCredential;

/** What the new device sent is no usable key. */
export const registrationInvalid = invalidCredential;

/** The binding was used, replaced or ran out. */
export const bindingGone = (): DomainError => new DomainError('binding-expired', 'conflict');

export const tooManyDevices = (): DomainError =>
  new DomainError('too-many-devices', 'conflict', { params: { most: MAX_DEVICES } });

/** The transfer was used, withdrawn or ran out. */
export const transferGone = (): DomainError => new DomainError('transfer-expired', 'conflict');

/** The credential belongs to a device already. */
export const deviceKnown = (): DomainError => new DomainError('device-known', 'conflict');

export const recentlyRecovered = (until: Date): DomainError =>
  new DomainError('recently-recovered', 'conflict', { params: { until: until.toISOString() } });
