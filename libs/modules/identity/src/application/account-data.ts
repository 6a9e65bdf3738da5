import { Injectable } from '@nestjs/common';
import { PersonalDataSource, PersonalDataSources, type DataSubject, type Kept, type Tx } from '@of/platform';
import { AccountLifeRepository } from '../persistence/account-life.repository';

/** The account itself: nothing of it stays. */
@Injectable()
export class AccountData extends PersonalDataSource {
  readonly name = 'identity';

  constructor(
    sources: PersonalDataSources,
    private readonly accounts: AccountLifeRepository,
  ) {
    super();
    sources.register(this);
  }

  async erase(tx: Tx, { accountId }: DataSubject): Promise<Kept[]> {
    await this.accounts.erase(tx, accountId);
    return [];
  }
}
