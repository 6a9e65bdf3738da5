import { Injectable } from '@nestjs/common';
import { DateOnly, type Kvnr, type PostalCode } from '@of/kernel';
import { Database } from '@of/platform';
import type { Coverage } from '../domain/coverage';
import type { InsuredId } from '../domain/member';

export interface Registrant {
  readonly insuredId: InsuredId;
  readonly externalId: string;
  readonly coverage: Coverage;
  /** Full years on the given day. */
  readonly age: number;
  /** When the address on file last changed; null while it is the one that came with the first import. */
  readonly addressChangedAt: Date | null;
}

interface Row {
  id: InsuredId;
  external_id: string;
  date_of_birth: string;
  coverage: Coverage;
  address_changed_at: Date | null;
}

// Of foreign postal codes members enter only the digits.
const sql = `
  SELECT p.id, p.external_id, p.date_of_birth::text,
    greatest(p.address_changed_at, CASE WHEN isfinite(a.valid_from) THEN a.valid_from::timestamp AT TIME ZONE 'Europe/Berlin' END)
      AS address_changed_at,
    CASE
      WHEN count(*) FILTER (WHERE i.starts_on <= $3 AND coalesce(i.ends_on, 'infinity') >= $3) > 0 THEN 'running'
      WHEN count(*) FILTER (WHERE i.starts_on > $3) > 0 THEN 'future'
      WHEN count(i.starts_on) > 0 THEN 'ended'
      ELSE 'none'
    END AS coverage
  FROM membership.insured_person p
  JOIN membership.current_address a ON a.insured_id = p.id
  LEFT JOIN membership.insurance_period i ON i.insured_id = p.id
  WHERE p.kvnr = $1
    AND CASE a.country WHEN 'DE' THEN a.postal_code ELSE regexp_replace(a.postal_code, '[^0-9]', '', 'g') END = $2
  GROUP BY p.id, a.valid_from`;

/** Whom KVNR and postal code name together. A wrong code and an unknown number look alike. */
@Injectable()
export class FindRegistrant {
  constructor(private readonly database: Database) {}

  async execute(query: { kvnr: Kvnr; postalCode: PostalCode; on: DateOnly }): Promise<Registrant | null> {
    const { kvnr, postalCode, on } = query;
    const params = [kvnr.value, postalCode.value, String(on)];
    const [row] = await this.database.read<Row>('membership.registrant', sql, params);
    if (!row) return null;
    return {
      insuredId: row.id,
      externalId: row.external_id,
      coverage: row.coverage,
      age: DateOnly.parse(row.date_of_birth).ageAt(on),
      addressChangedAt: row.address_changed_at,
    };
  }
}
