import { Injectable } from '@nestjs/common';
import { ReadProfile, type Profile } from '@of/membership';
import { Database, type PersonScope } from '@of/platform';
import { PersonViewRepository } from '../persistence/person-view.repository';

export interface PersonData extends Profile {
  relation: 'self' | 'child';
}

/** What we hold about a person. That a parent looked at it is written down, once a day: the child sees it in its log. */
@Injectable()
export class ReadPerson {
  constructor(
    private readonly database: Database,
    private readonly profiles: ReadProfile,
    private readonly views: PersonViewRepository,
  ) {}

  async execute(person: PersonScope): Promise<PersonData> {
    if (!person.isSelf) await this.noteView(person);
    return { ...(await this.profiles.execute(person.subject)), relation: person.isSelf ? 'self' : 'child' };
  }

  private async noteView({ accountId: actor, subject }: PersonScope): Promise<void> {
    if (await this.views.isNotedToday(actor, subject)) return;
    await this.database.transaction(async (tx) => {
      if (!(await this.views.note(tx, actor, subject))) return;
      await tx.audit({ actor, subject, act: 'personal-data.person-viewed' });
    });
  }
}
