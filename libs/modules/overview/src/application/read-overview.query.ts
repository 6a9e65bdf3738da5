import { Injectable } from '@nestjs/common';
import { ListDrafts, type DraftSummary } from '@of/drafts';
import { ReadPerson, type PersonData } from '@of/personal-data';
import { type PersonScope } from '@of/platform';

export interface Overview {
  person: PersonData;
  /** What the caller has begun for the person. */
  drafts: DraftSummary[];
}

/** Everything the home page shows of a person. */
@Injectable()
export class ReadOverview {
  constructor(
    private readonly persons: ReadPerson,
    private readonly drafts: ListDrafts,
  ) {}

  async execute(scope: PersonScope): Promise<Overview> {
    const [person, drafts] = await Promise.all([this.persons.execute(scope), this.drafts.execute(scope)]);
    return { person, drafts };
  }
}
