import { childSicknessRulesOn } from './forms/child-sickness-rules';
import { OTHER_CHILD } from './forms/read-answers';
import type { Answers } from './submission';

/** An application for child sickness benefit, as far as days are counted. */
export interface ChildSicknessApplication {
  readonly subjectId: string;
  readonly actorId: string;
  readonly answers: Answers;
}

export interface ChildSicknessDays {
  readonly year: number;
  /** As it was said in the newest application; null without one. */
  readonly isSingleParent: boolean | null;
  /** Working days for each child, and with all children together. */
  readonly perChild: number;
  readonly most: number;
  /** Applied for, children that are none of theirs here included. */
  readonly appliedFor: number;
  readonly left: number;
  readonly children: readonly { readonly childId: string; readonly appliedFor: number; readonly left: number }[];
}

/**
 * What a parent has applied for in a year, and what is left of their days (§ 45 Abs. 2, 2a SGB V). Days in hospital with the
 * child do not count (§ 45 Abs. 1a). A stay over New Year counts for the year in which it begins.
 * @param children those young enough, or disabled
 * @param applications newest first; of this year only what begins in it is counted
 */
export function countChildSicknessDays(
  year: number,
  children: readonly string[],
  applications: readonly ChildSicknessApplication[],
): ChildSicknessDays {
  const ofYear = applications.filter(({ answers }) => String(answers['from']).startsWith(`${year}-`));
  const counted = ofYear.filter(({ answers }) => answers['isCoAdmission'] !== true);
  const isSingleParent = ofYear.length === 0 ? null : ofYear[0]?.answers['isSingleParent'] === true;
  const rules = childSicknessRulesOn(`${year}-01-01`);
  const perChild = isSingleParent ? rules.perChildAlone : rules.perChild;
  const named = new Set([...children, ...counted.map(childOf)]);
  const most = Math.min(isSingleParent ? rules.mostAlone : rules.most, perChild * Math.max(1, named.size));
  const appliedFor = sum(counted);
  const left = Math.max(0, most - appliedFor);
  return {
    year,
    isSingleParent,
    perChild,
    most,
    appliedFor,
    left,
    children: children.map((childId) => {
      const own = sum(counted.filter((application) => childOf(application) === childId));
      return { childId, appliedFor: own, left: Math.min(left, Math.max(0, perChild - own)) };
    }),
  };
}

/** The child of the path, or the one that was chosen. One that is none of theirs is told apart by its name. */
function childOf({ subjectId, actorId, answers }: ChildSicknessApplication): string {
  if (subjectId !== actorId) return subjectId;
  return answers['child'] === OTHER_CHILD
    ? `${String(answers['childName'])} ${String(answers['childDateOfBirth'])}`
    : String(answers['child']);
}

function sum(applications: readonly ChildSicknessApplication[]): number {
  return applications.reduce((days, { answers }) => days + Number(answers['workingDays'] ?? 0), 0);
}
