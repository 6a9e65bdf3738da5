import { Injectable } from '@nestjs/common';
import { DomainError, Iban } from '@of/kernel';
import { Database } from '@of/platform';
import type { InsuranceStatus } from '../domain/coverage';
import type { Address, InsuredId } from '../domain/member';

/** The master data that a member sees. */
export interface Profile {
  readonly insuredId: InsuredId;
  readonly kvnr: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly dateOfBirth: string;
  readonly address: Address;
  /** The one that takes its place on a later day. */
  readonly upcomingAddress: (Address & { readonly validFrom: string }) | null;
  readonly phone: string | null;
  readonly bankAccount: { readonly ibanMasked: string; readonly accountHolder: string } | null;
  /** The running period, else the latest. */
  readonly insurance: { readonly status: InsuranceStatus; readonly from: string; readonly to: string | null } | null;
}

interface Row {
  id: InsuredId;
  kvnr: string;
  given_name: string;
  family_name: string;
  date_of_birth: string;
  phone: string | null;
  street: string;
  house_number: string;
  postal_code: string;
  city: string;
  country: string;
  upcoming_address: (Address & { validFrom: string }) | null;
  iban_last_four: string | null;
  account_holder: string | null;
  status: InsuranceStatus | null;
  starts_on: string;
  ends_on: string | null;
}

// A period that the next one follows on without a gap is not ending: the cover goes on.
const sql = `
  SELECT p.id, p.kvnr, p.given_name, p.family_name, p.date_of_birth::text, p.phone,
    a.street, a.house_number, a.postal_code, a.city, a.country,
    (SELECT json_build_object('street', n.street, 'houseNumber', n.house_number, 'postalCode', n.postal_code,
        'city', n.city, 'country', n.country, 'validFrom', n.valid_from)
      FROM membership.address n WHERE n.insured_id = p.id AND n.valid_from > t.today ORDER BY n.valid_from LIMIT 1
    ) AS upcoming_address,
    b.iban_last_four, b.account_holder,
    i.starts_on::text, i.ends_on::text,
    CASE
      WHEN i.starts_on IS NULL THEN NULL
      WHEN i.ends_on < t.today THEN 'ended'
      WHEN i.ends_on IS NULL OR EXISTS (SELECT FROM membership.insurance_period n
        WHERE n.insured_id = i.insured_id AND n.starts_on = i.ends_on + 1) THEN 'active'
      ELSE 'ending'
    END AS status
  FROM membership.insured_person p
  CROSS JOIN (SELECT platform.today() AS today) t
  JOIN LATERAL (
    SELECT * FROM membership.address
    WHERE insured_id = p.id AND valid_from <= t.today ORDER BY valid_from DESC LIMIT 1
  ) a ON true
  LEFT JOIN membership.bank_account b ON b.insured_id = p.id
  LEFT JOIN LATERAL (
    SELECT * FROM membership.insurance_period
    WHERE insured_id = p.id
    ORDER BY (starts_on <= t.today AND coalesce(ends_on, 'infinity') >= t.today) DESC, starts_on DESC LIMIT 1
  ) i ON true
  WHERE p.id = $1`;

/** One statement for the whole page: it is read on nearly every visit. */
@Injectable()
export class ReadProfile {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `not-found` */
  async execute(insuredId: string): Promise<Profile> {
    const [row] = await this.database.read<Row>('membership.profile', sql, [insuredId]);
    if (!row) throw new DomainError('not-found', 'not-found');
    return {
      insuredId: row.id,
      kvnr: row.kvnr,
      givenName: row.given_name,
      familyName: row.family_name,
      dateOfBirth: row.date_of_birth,
      address: {
        street: row.street,
        houseNumber: row.house_number,
        postalCode: row.postal_code,
        city: row.city,
        country: row.country,
      },
      upcomingAddress: row.upcoming_address,
      phone: row.phone,
      bankAccount:
        row.iban_last_four !== null && row.account_holder !== null
          ? { ibanMasked: Iban.mask(row.iban_last_four), accountHolder: row.account_holder }
          : null,
      insurance: row.status && { status: row.status, from: row.starts_on, to: row.ends_on },
    };
  }
}
