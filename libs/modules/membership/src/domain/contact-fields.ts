import { Iban, PostalCode, type FieldError } from '@of/kernel';
import { FieldReader } from './field-reader';
import type { Address, BankAccount } from './member';

const addressFields = new Set(['street', 'houseNumber', 'postalCode', 'city', 'country']);
const accountFields = new Set(['iban', 'accountHolder']);
const countryShape = /^[A-Z]{2}$/;
/** Letters reach a foreign place only with its full code, so letters are kept here. */
const foreignPostalCodeShape = /^[A-Za-z0-9 -]{1,10}$/;
/** As many as fit into the account holder's name of a SEPA payment. */
const LONGEST_HOLDER = 70;

export const PHONE_SHAPE = /^\+?[0-9 ()/-]{3,}$/;

/** Reads an address; faults are added to `faults` under `path`. Without a country it lies in Germany. */
export function readAddress(input: unknown, path: string, faults: FieldError[]): Address {
  const reader = FieldReader.of(input, path, faults);
  if (!reader) return { street: '', houseNumber: '', postalCode: '', city: '', country: '' };
  reader.allowOnly(addressFields);
  const country = reader.optionalMatch('country', 2, countryShape, 'country-format') ?? 'DE';
  return {
    street: reader.text('street', 100),
    houseNumber: reader.optionalText('houseNumber', 20),
    postalCode:
      country === 'DE'
        ? (reader.parsed('postalCode', (value) => PostalCode.tryParse(value))?.value ?? '')
        : reader.match('postalCode', 10, foreignPostalCodeShape, 'postal-code-format'),
    city: reader.text('city', 100),
    country,
  };
}

/** Reads a bank account; faults are added to `faults` under `path`. */
export function readBankAccount(input: unknown, path: string, faults: FieldError[]): BankAccount | null {
  const reader = FieldReader.of(input, path, faults);
  if (!reader) return null;
  reader.allowOnly(accountFields);
  return {
    iban: reader.parsed('iban', (value) => Iban.tryParse(value))?.value ?? '',
    accountHolder: reader.text('accountHolder', LONGEST_HOLDER),
  };
}
