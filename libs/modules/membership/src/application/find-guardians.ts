import { Injectable } from '@nestjs/common';
import { OF_AGE } from '@of/kernel';
import { Database } from '@of/platform';

/**
 * Who may act for a person besides themselves today: the main member of a child that is not of age. It is
 * `FamilyAccess` read from the other end, with the same days and the same age.
 */
@Injectable()
export class FindGuardians {
  constructor(private readonly database: Database) {}

  async execute(insuredId: string): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(
      'membership.guardians',
      `SELECT DISTINCT m.id FROM membership.insured_person c
         JOIN membership.insurance_period i ON i.insured_id = c.id
         JOIN membership.insured_person m ON m.external_id = i.main_member_external_id
        WHERE c.id = $1 AND i.kind = 'family' AND c.id <> m.id
          AND i.starts_on <= platform.today() AND coalesce(i.ends_on, 'infinity') >= platform.today()
          AND extract(year FROM age(platform.today(), c.date_of_birth)) < ${OF_AGE}
        ORDER BY m.id`,
      [insuredId],
    );
    return rows.map(({ id }) => id);
  }
}
