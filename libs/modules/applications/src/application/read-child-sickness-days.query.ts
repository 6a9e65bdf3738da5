import { Injectable } from '@nestjs/common';
import { DateOnly } from '@of/kernel';
import { GetPersonCard, type PersonCard } from '@of/membership';
import { Database, SubjectAccess, type PersonScope } from '@of/platform';
import { childSicknessRulesOn } from '../domain/forms/child-sickness-rules';
import { countChildSicknessDays, type ChildSicknessDays } from '../domain/child-sickness-days';
import { today } from '../persistence/calendar';
import { SubmissionRepository } from '../persistence/submission.repository';

export interface NamedChildSicknessDays extends Omit<ChildSicknessDays, 'children'> {
  readonly children: readonly {
    readonly insuredId: string;
    readonly givenName: string;
    readonly appliedFor: number;
    readonly left: number;
  }[];
}

/** Days of child sickness benefit that a parent has applied for here. What came by other ways the core system knows. */
@Injectable()
export class ReadChildSicknessDays {
  constructor(
    private readonly database: Database,
    private readonly submissions: SubmissionRepository,
    private readonly subjects: SubjectAccess,
    private readonly cards: GetPersonCard,
  ) {}

  /** @param scope a parent: all their children; a child: that one, with the days of whoever asks */
  async execute({ insuredId, subject, isSelf }: PersonScope, asked?: number): Promise<NamedChildSicknessDays> {
    const year = asked ?? Number(String(await today(this.database)).slice(0, 4));
    const ids = (await this.subjects.allowedSubjects(insuredId)).filter((id) => id !== insuredId);
    const applications = await this.submissions.listAnswers(insuredId, [insuredId, ...ids]);
    const cards = await Promise.all(ids.map((id) => this.cards.execute(id)));
    const isDisabled = (id: string) =>
      applications.some(({ answers }) => answers['child'] === id && answers['hasDisability']);
    const young = cards.filter((card) => isYoungEnough(card, year) || isDisabled(card.insuredId));
    const { children, ...days } = countChildSicknessDays(
      year,
      young.map((card) => card.insuredId),
      applications,
    );
    const named = children.flatMap(({ childId, ...own }) =>
      young
        .filter(({ insuredId: id }) => id === childId && (isSelf || id === subject))
        .map(({ givenName }) => ({ insuredId: childId, givenName, ...own })),
    );
    return { ...days, children: named };
  }
}

/** On the first day of the year: the twelfth birthday ends the days in the midst of it. */
function isYoungEnough({ dateOfBirth }: PersonCard, year: number): boolean {
  const day = `${year}-01-01`;
  return dateOfBirth.ageAt(DateOnly.parse(day)) < childSicknessRulesOn(day).underAge;
}
