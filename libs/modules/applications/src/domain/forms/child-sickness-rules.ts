/** Working days of child sickness benefit in a year, and up to which age of the child. */
export interface ChildSicknessRules {
  readonly since: string;
  readonly perChild: number;
  readonly perChildAlone: number;
  /** With several children. */
  readonly most: number;
  readonly mostAlone: number;
  /** The child has not had this birthday; a disability lifts the limit. */
  readonly underAge: number;
}

/**
 * Newest first. § 45 Abs. 2, 2a SGB V: 15 and 30 days in 2024, 2025 and 2026; from 2027 the base rule of 10 and 20 again,
 * unless it is prolonged.
 */
const dated: readonly ChildSicknessRules[] = [
  { since: '2027-01-01', perChild: 10, perChildAlone: 20, most: 25, mostAlone: 50, underAge: 12 },
  { since: '2024-01-01', perChild: 15, perChildAlone: 30, most: 35, mostAlone: 70, underAge: 12 },
];

export function childSicknessRulesOn(day: string): ChildSicknessRules {
  return dated.find(({ since }) => since <= day) ?? (dated.at(-1) as ChildSicknessRules);
}
