import { Injectable } from '@nestjs/common';
import { OF_AGE } from '@of/kernel';
import { Database, SubjectAccess } from '@of/platform';

/**
 * For whom a member may act: for children who are insured through them today and have not turned 18. Both are days in
 * Germany; a spouse is never among them. `age` counts somebody born on 29 February from 1 March on (§ 188 BGB).
 */
@Injectable()
export class FamilyAccess extends SubjectAccess {
  constructor(private readonly database: Database) {
    super();
  }

  async allowedSubjects(insuredId: string): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(
      'membership.allowed-subjects',
      `SELECT c.id FROM membership.insured_person m
         JOIN membership.insurance_period i ON i.main_member_external_id = m.external_id
         JOIN membership.insured_person c ON c.id = i.insured_id
        WHERE m.id = $1 AND i.kind = 'family' AND c.id <> m.id
          AND i.starts_on <= platform.today() AND coalesce(i.ends_on, 'infinity') >= platform.today()
          AND extract(year FROM age(platform.today(), c.date_of_birth)) < ${OF_AGE}
        ORDER BY c.date_of_birth, c.id`,
      [insuredId],
    );
    return [insuredId, ...rows.map(({ id }) => id)];
  }
}
