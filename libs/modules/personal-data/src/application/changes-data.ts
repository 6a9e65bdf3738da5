import { Injectable } from '@nestjs/common';
import { PersonalDataSource, PersonalDataSources, type DataSubject, type Kept, type Tx } from '@of/platform';
import { ChangeRepository } from '../persistence/change.repository';
import { PersonViewRepository } from '../persistence/person-view.repository';

/** Changes that a member made belong to the insurance, not to the account. */
@Injectable()
export class ChangesData extends PersonalDataSource {
  readonly name = 'personal-data';

  constructor(
    sources: PersonalDataSources,
    private readonly changes: ChangeRepository,
    private readonly views: PersonViewRepository,
  ) {
    super();
    sources.register(this);
  }

  async erase(tx: Tx, { accountId, insuredId }: DataSubject): Promise<Kept[]> {
    await this.views.erase(tx, accountId);
    if (!(await this.changes.hasAny(tx, insuredId))) return [];
    return [
      {
        what: {
          de: 'Ihre Änderungen an Anschrift, Bankverbindung und Telefonnummer',
          en: 'Your changes of address, bank account and telephone number',
        },
        why: {
          de: 'Sie gehören zu Ihrer Versicherung. Wir müssen belegen können, wann sich etwas geändert hat.',
          en: 'They belong to your insurance. We must be able to prove when something changed.',
        },
      },
    ];
  }
}
