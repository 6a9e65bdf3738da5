import { Injectable } from '@nestjs/common';
import {
  PersonalDataSource,
  PersonalDataSources,
  type DataSubject,
  type ExportedPart,
  type ExportSubject,
  type Kept,
  type Tx,
} from '@of/platform';
import { AcknowledgementRepository } from '../persistence/acknowledgement.repository';

/** What an account has accepted goes with the account. */
@Injectable()
export class ConsentData extends PersonalDataSource {
  readonly name = 'consent';

  constructor(
    sources: PersonalDataSources,
    private readonly acknowledgements: AcknowledgementRepository,
  ) {
    super();
    sources.register(this);
  }

  async *export({ accountId }: ExportSubject): AsyncIterable<ExportedPart> {
    yield {
      kind: 'table',
      name: 'bestaetigungen',
      about: {
        de: 'Nutzungsbedingungen und Datenschutzhinweise, die Sie bestätigt haben',
        en: 'Terms of use and privacy notices that you have acknowledged',
      },
      fields: {
        kind: { de: '`terms`: Nutzungsbedingungen, `privacy`: Datenschutzhinweise', en: '`terms` or `privacy`' },
        version: { de: 'Fassung', en: 'Version' },
        acknowledgedAt: { de: 'Bestätigt am', en: 'Acknowledged on' },
      },
      rows: await this.acknowledgements.list(accountId),
    };
  }

  async erase(tx: Tx, { accountId }: DataSubject): Promise<Kept[]> {
    await this.acknowledgements.erase(tx, accountId);
    return [];
  }
}
