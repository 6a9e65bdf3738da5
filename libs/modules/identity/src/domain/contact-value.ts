import { DomainError } from '@of/kernel';

export type ContactKind = 'email' | 'mobile';

const emailShape = /^[^\s@"(),:;<>[\\\]]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}]{2,63}$/u;

function refusal(pointer: string, code: string): DomainError {
  return new DomainError('validation-failed', 'validation', { fieldErrors: [{ pointer, code }] });
}

/** @throws DomainError with field code `email-format` */
export function parseEmail(input: string): string {
  const email = input.trim();
  if (email.length > 254 || !emailShape.test(email) || email.includes('..')) throw refusal('/email', 'email-format');
  return email;
}

/**
 * Reads a mobile number as people write it and returns it as E.164; without a country code it is German.
 * @throws DomainError with field code `mobile-format`
 */
export function parseMobile(input: string): string {
  const digits = input
    .replace(/\(0\)/g, '')
    .replace(/[\s()/.-]/g, '')
    .replace(/^00/, '+')
    .replace(/^0/, '+49');
  const isNumber = /^\+[1-9]\d{7,14}$/.test(digits);
  // German numbers for mobile phones start with 15, 16 or 17.
  if (!isNumber || (digits.startsWith('+49') && !/^\+491[567]\d{7,9}$/.test(digits)))
    throw refusal('/mobile', 'mobile-format');
  return digits;
}

/** Shown where the member is not proven by a second factor: enough to recognise, too little to use. */
export function maskMobile(mobile: string): string {
  return `${mobile.slice(0, 3)} ••• ${mobile.slice(-3)}`;
}
