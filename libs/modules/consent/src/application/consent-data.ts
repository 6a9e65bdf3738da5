import { Injectable } from '@nestjs/common';
import { PersonalDataSource, PersonalDataSources, type DataSubject, type Kept, type Tx } from '@of/platform';
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

  async erase(tx: Tx, { accountId }: DataSubject): Promise<Kept[]> {
    await this.acknowledgements.erase(tx, accountId);
    return [];
  }
}
