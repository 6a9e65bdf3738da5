import type { Id } from '@of/kernel';

export type InsuredId = Id<'InsuredPerson'>;

export interface Address {
  readonly street: string;
  /** Empty where the place has none. */
  readonly houseNumber: string;
  readonly postalCode: string;
  readonly city: string;
  /** ISO 3166 alpha-2. */
  readonly country: string;
}

export interface BankAccount {
  /** Electronic form. */
  readonly iban: string;
  readonly accountHolder: string;
}

export type InsuranceKind = 'member' | 'family';

/** A stretch of cover; both days are covered. `to` is null while no end is known. */
export interface InsurancePeriod {
  readonly from: string;
  readonly to: string | null;
  readonly kind: InsuranceKind;
  /** For `family`: through whom. That person may reach us later, or never. */
  readonly mainMemberExternalId: string | null;
}

/** An insured person as the core insurance system tells it. */
export interface Member {
  readonly externalId: string;
  readonly kvnr: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly dateOfBirth: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: Address;
  readonly bankAccount: BankAccount | null;
  /** At least one, in order, without overlap. */
  readonly insurancePeriods: readonly InsurancePeriod[];
}
