import { Injectable } from '@nestjs/common';
import { DateOnly, DomainError } from '@of/kernel';
import { Database } from '@of/platform';
import type { InsuredId } from '../domain/member';

/** What other rooms need to name a person. */
export interface PersonCard {
  readonly insuredId: InsuredId;
  readonly externalId: string;
  readonly kvnr: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly dateOfBirth: DateOnly;
}

type Row = Omit<PersonCard, 'dateOfBirth'> & { dateOfBirth: string };

const sql = `
  SELECT id AS "insuredId", external_id AS "externalId", kvnr, given_name AS "givenName",
    family_name AS "familyName", date_of_birth::text AS "dateOfBirth"
  FROM membership.insured_person WHERE id = $1`;

@Injectable()
export class GetPersonCard {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `not-found` */
  async execute(insuredId: string): Promise<PersonCard> {
    const [row] = await this.database.read<Row>('membership.person_card', sql, [insuredId]);
    if (!row) throw new DomainError('not-found', 'not-found');
    return { ...row, dateOfBirth: DateOnly.parse(row.dateOfBirth) };
  }
}
