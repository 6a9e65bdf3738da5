import { ValidationError, type FieldError } from '@of/kernel';
import { PHONE_SHAPE, readAddress, readBankAccount } from './contact-fields';
import { FieldReader } from './field-reader';
import type { Address, BankAccount } from './member';

/*
 * What a member wants to change, read by the same rules as what the core system sends. Every fault is named at once, with
 * a pointer into the request.
 */

/** @throws ValidationError with `required`, `too-long`, `text-format`, `postal-code-format`, `country-format` */
export function parseAddress(input: object): Address {
  return checked((faults) => readAddress(input, '', faults));
}

/** @throws ValidationError with `iban-format`, `iban-country`, `iban-length`, `iban-checksum`, `required`, `too-long` */
export function parseBankAccount(input: object): BankAccount {
  return checked((faults) => readBankAccount(input, '', faults)) as BankAccount;
}

/** @returns null when the member has no landline @throws ValidationError with `phone-format` */
export function parsePhone(phone: string | null): string | null {
  return checked(
    (faults) => FieldReader.of({ phone }, '', faults)?.optionalMatch('phone', 40, PHONE_SHAPE, 'phone-format') ?? null,
  );
}

function checked<T>(read: (faults: FieldError[]) => T): T {
  const faults: FieldError[] = [];
  const value = read(faults);
  if (faults.length > 0) throw new ValidationError(faults);
  return value;
}
