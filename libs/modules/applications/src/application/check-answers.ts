import { Injectable } from '@nestjs/common';
import { DateOnly } from '@of/kernel';
import { GetPersonCard } from '@of/membership';
import { Database, type PersonScope } from '@of/platform';
import { childSicknessRulesOn } from '../domain/forms/child-sickness-rules';
import { formOf } from '../domain/forms/forms';
import { OTHER_CHILD, readAnswers } from '../domain/forms/read-answers';
import type { Answers, Category } from '../domain/submission';
import { ChildTooOld } from '../domain/submission.errors';
import { today } from '../persistence/calendar';
import { ChildrenOf } from './children-of';

/** Holds the answers of a submission against its form and against what we know of the persons. */
@Injectable()
export class CheckAnswers {
  constructor(
    private readonly database: Database,
    private readonly children: ChildrenOf,
    private readonly cards: GetPersonCard,
  ) {}

  /** @throws ValidationError with pointers into `/fields` */
  async execute(scope: PersonScope, category: Category, given: Readonly<Record<string, unknown>>): Promise<Answers> {
    const day = await today(this.database);
    const children = await this.children.ids(scope);
    const answers = readAnswers(formOf(category, String(day)), given, { today: day, children });
    if (category === 'child-sickness-benefit') await this.refuseTooOld(scope, answers);
    return answers;
  }

  private async refuseTooOld(scope: PersonScope, answers: Answers): Promise<void> {
    const { from, hasDisability } = answers;
    if (hasDisability === true || typeof from !== 'string') return;
    const { underAge } = childSicknessRulesOn(from);
    if ((await this.birthOfChild(scope, answers)).ageAt(DateOnly.parse(from)) >= underAge)
      throw new ChildTooOld(underAge);
  }

  private async birthOfChild({ subject, isSelf }: PersonScope, answers: Answers): Promise<DateOnly> {
    const { child, childDateOfBirth } = answers;
    if (child === OTHER_CHILD) return DateOnly.parse(childDateOfBirth);
    return (await this.cards.execute(isSelf ? String(child) : subject)).dateOfBirth;
  }
}
