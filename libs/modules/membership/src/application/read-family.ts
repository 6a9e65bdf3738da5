import { Injectable } from '@nestjs/common';
import { OF_AGE, OWN_ACCOUNT_AGE } from '@of/kernel';
import { Database, SubjectAccess } from '@of/platform';

/** Somebody for whom a member may act today, the member included. */
export interface FamilyMember {
  readonly insuredId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly dateOfBirth: string;
  /** Full years today. */
  readonly age: number;
  readonly relation: 'self' | 'child';
  /** Last day on which the member may act for the child, as far as known today; null for the member. */
  readonly actUntil: string | null;
  /** Day from which the child may have an own account; null for the member. */
  readonly ownAccessFrom: string | null;
}

/**
 * The day on which somebody turns so many years old: born on 29 February it is 1 March where there is no 29th (§ 188 BGB),
 * which is what counting on from the first of the month gives.
 */
const birthday = (years: number): string =>
  `(make_date(extract(year FROM p.date_of_birth)::int + ${years}, extract(month FROM p.date_of_birth)::int, 1)
    + (extract(day FROM p.date_of_birth)::int - 1))`;

// Periods that follow one another without a gap are one cover; its end is the first that nothing follows on.
const sql = `
  SELECT p.id AS "insuredId", p.given_name AS "givenName", p.family_name AS "familyName",
    p.date_of_birth::text AS "dateOfBirth", extract(year FROM age(platform.today(), p.date_of_birth))::int AS age,
    CASE WHEN p.id = $2 THEN 'self' ELSE 'child' END AS relation,
    CASE WHEN p.id <> $2 THEN least(${birthday(OF_AGE)} - 1, (
      SELECT min(i.ends_on) FROM membership.insurance_period i
       WHERE i.insured_id = p.id AND i.kind = 'family' AND i.main_member_external_id = m.external_id
         AND i.ends_on >= platform.today()
         AND NOT EXISTS (SELECT FROM membership.insurance_period n
           WHERE n.insured_id = p.id AND n.kind = 'family' AND n.main_member_external_id = m.external_id
             AND n.starts_on = i.ends_on + 1)))::text END AS "actUntil",
    CASE WHEN p.id <> $2 THEN ${birthday(OWN_ACCOUNT_AGE)}::text END AS "ownAccessFrom"
  FROM membership.insured_person p CROSS JOIN membership.insured_person m
  WHERE p.id = ANY ($1) AND m.id = $2
  ORDER BY p.id <> $2, p.date_of_birth, p.id`;

/** Names those for whom a member may act, with what the dates say about them. */
@Injectable()
export class ReadFamily {
  constructor(
    private readonly database: Database,
    private readonly access: SubjectAccess,
  ) {}

  /** @returns the member first, then the children by age */
  async execute(insuredId: string): Promise<FamilyMember[]> {
    const subjects = await this.access.allowedSubjects(insuredId);
    return this.database.read<FamilyMember>('membership.family', sql, [subjects, insuredId]);
  }
}
