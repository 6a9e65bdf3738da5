import { Injectable } from '@nestjs/common';
import { DomainError } from '@of/kernel';
import { Database } from '@of/platform';
import type { Address } from '../domain/member';

export interface PostalAddress extends Address {
  /** Given and family name, as it stands on the envelope. */
  readonly name: string;
}

const sql = `
  SELECT p.given_name || ' ' || p.family_name AS name, a.street, a.house_number AS "houseNumber",
    a.postal_code AS "postalCode", a.city, a.country
  FROM membership.insured_person p JOIN membership.current_address a ON a.insured_id = p.id
  WHERE p.id = $1`;

/** Where a letter of today goes. */
@Injectable()
export class GetPostalAddress {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `not-found` */
  async execute(insuredId: string): Promise<PostalAddress> {
    const [row] = await this.database.read<PostalAddress>('membership.postal_address', sql, [insuredId]);
    if (!row) throw new DomainError('not-found', 'not-found');
    return row;
  }
}
