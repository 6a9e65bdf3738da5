import { Injectable } from '@nestjs/common';
import { PersonNames, SubjectAccess, type PersonName, type PersonScope } from '@of/platform';

/** The children for whom somebody may act today. */
@Injectable()
export class ChildrenOf {
  constructor(
    private readonly subjects: SubjectAccess,
    private readonly names: PersonNames,
  ) {}

  /** Null where the person of the path is such a child. */
  async ids({ insuredId, isSelf }: PersonScope): Promise<string[] | null> {
    if (!isSelf) return null;
    return (await this.subjects.allowedSubjects(insuredId)).filter((id) => id !== insuredId);
  }

  async named(scope: PersonScope): Promise<PersonName[] | null> {
    const ids = await this.ids(scope);
    if (!ids) return null;
    return (await Promise.all(ids.map((id) => this.names.find(id)))).filter((name) => name !== null);
  }
}
