import { DomainError } from '@of/kernel';

/** A letter of this purpose was ordered within the last 24 hours. */
export class LetterUnderWay extends DomainError {
  constructor(retryAfterSeconds: number) {
    super('too-many-requests', 'too-many', { retryAfterSeconds, params: { reason: 'letter-under-way' } });
  }
}

/** As many letters of this purpose as may be sent within 30 days have been ordered. */
export class LetterLimitReached extends DomainError {
  constructor(retryAfterSeconds: number, reason = 'letter-limit-reached') {
    super('too-many-requests', 'too-many', { retryAfterSeconds, params: { reason } });
  }
}
