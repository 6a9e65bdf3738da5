import { countrySpecs, extractIBAN, ValidationErrorsIBAN, validateIBAN } from 'ibantools';
import { accepted, orThrow, refused, type Parsed } from './parsed';

export type IbanFault = 'iban-format' | 'iban-country' | 'iban-length' | 'iban-checksum';

const LONGEST_INPUT = 100;
const fillers = /[\s\u200B-\u200F\u2060\u00AD-]+/g;
const shape = /^[A-Za-z]{2}\d{2}[A-Za-z0-9]{1,30}$/;

/** International bank account number (ISO 13616), any country that has one. */
export class Iban {
  private constructor(
    /** Electronic form: upper case, no blanks. */
    readonly value: string,
  ) {}

  static tryParse(input: unknown): Parsed<Iban, IbanFault> {
    if (typeof input !== 'string' || input.length > LONGEST_INPUT) return refused('iban-format');
    const given = input.replace(fillers, '');
    if (!shape.test(given)) return refused('iban-format');
    const value = given.toUpperCase();
    const country = countrySpecs[value.slice(0, 2)];
    if (!country?.IBANRegistry) return refused('iban-country');
    if (value.length !== country.chars) return refused('iban-length');
    const { valid, errorCodes } = validateIBAN(value);
    const checkDigits = Number(value.slice(2, 4));
    // 00, 01 and 99 satisfy modulo 97 but are never issued.
    if (checkDigits < 2 || checkDigits > 98) return refused('iban-checksum');
    if (valid) return accepted(new Iban(value));
    return refused(errorCodes.includes(ValidationErrorsIBAN.WrongBBANFormat) ? 'iban-format' : 'iban-checksum');
  }

  /** @throws DomainError `iban-format`, `iban-country`, `iban-length`, `iban-checksum` */
  static parse(input: unknown): Iban {
    return orThrow(Iban.tryParse(input));
  }

  get country(): string {
    return this.value.slice(0, 2);
  }

  /** German Bankleitzahl or its foreign counterpart, where the country has one. */
  get bankCode(): string | undefined {
    return extractIBAN(this.value).bankIdentifier;
  }

  get lastFour(): string {
    return this.value.slice(-4);
  }

  get masked(): string {
    return Iban.mask(this.lastFour);
  }

  /** Blocks of four, as printed. */
  get formatted(): string {
    return this.value.replace(/(.{4})(?=.)/g, '$1 ');
  }

  /** How an account is shown where the whole number is not needed: `•••• 3000`. */
  static mask(lastFour: string): string {
    return `•••• ${lastFour}`;
  }

  equals(other: Iban): boolean {
    return this.value === other.value;
  }

  toString(): string {
    return this.value;
  }

  toJSON(): string {
    return this.value;
  }
}
