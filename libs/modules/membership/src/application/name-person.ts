import { Injectable } from '@nestjs/common';
import { Database, PersonNames, type PersonName } from '@of/platform';

/** Names a person for the header of the portal and for rooms that may not import this one. */
@Injectable()
export class NamePerson extends PersonNames {
  constructor(private readonly database: Database) {
    super();
  }

  async find(insuredId: string): Promise<PersonName | null> {
    const [row] = await this.database.read<PersonName>(
      'membership.person_name',
      `SELECT id AS "insuredId", given_name AS "givenName", family_name AS "familyName"
         FROM membership.insured_person WHERE id = $1`,
      [insuredId],
    );
    return row ?? null;
  }
}
