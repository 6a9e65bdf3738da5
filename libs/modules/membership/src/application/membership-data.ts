import { Injectable } from '@nestjs/common';
import { PersonalDataSource, PersonalDataSources, type Kept } from '@of/platform';

/** What the core insurance system tells about a person is no part of the account. */
@Injectable()
export class MembershipData extends PersonalDataSource {
  readonly name = 'membership';

  constructor(sources: PersonalDataSources) {
    super();
    sources.register(this);
  }

  async erase(): Promise<Kept[]> {
    return [
      {
        what: {
          de: 'Ihre Versicherungsdaten: Name, Anschrift, Bankverbindung und Versicherungszeiten',
          en: 'Your insurance data: name, address, bank account and periods of insurance',
        },
        why: {
          de: 'Wir brauchen sie für Ihre Versicherung. Das Gesetz verpflichtet uns dazu.',
          en: 'We need them for your insurance. The law obliges us to keep them.',
        },
      },
    ];
  }
}
