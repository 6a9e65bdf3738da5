import { WebAuthnError } from '@simplewebauthn/browser';

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

/** The member did not confirm, or too late; browsers do not tell which. */
export function isUnconfirmed(error: unknown): boolean {
  return ['NotAllowedError', 'AbortError'].includes(nameOf(error));
}

export function isKnownDevice(error: unknown): boolean {
  return nameOf(error) === 'InvalidStateError';
}

/** Without a screen lock nobody can be told from anybody else. */
export function isWithoutLock(error: unknown): boolean {
  return error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_MISSING_USER_VERIFICATION_SUPPORT';
}
