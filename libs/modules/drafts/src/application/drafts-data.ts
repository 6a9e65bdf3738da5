import { Injectable } from '@nestjs/common';
import { PersonalDataSource, PersonalDataSources, type DataSubject, type Kept, type Tx } from '@of/platform';
import { DraftRepository } from '../persistence/draft.repository';

/** What somebody has begun and not sent goes with their account, also what they began for a child. */
@Injectable()
export class DraftsData extends PersonalDataSource {
  readonly name = 'drafts';

  constructor(
    sources: PersonalDataSources,
    private readonly drafts: DraftRepository,
  ) {
    super();
    sources.register(this);
  }

  async erase(tx: Tx, { accountId }: DataSubject): Promise<Kept[]> {
    await this.drafts.erase(tx, accountId);
    return [];
  }
}
