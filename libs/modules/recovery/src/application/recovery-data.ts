import { Injectable } from '@nestjs/common';
import { PersonalDataSource, PersonalDataSources, type DataSubject, type Kept, type Tx } from '@of/platform';
import { DeviceTransferRepository } from '../persistence/device-transfer.repository';
import { EmailUndoRepository } from '../persistence/email-undo.repository';
import { OrderedLetterRepository } from '../persistence/ordered-letter.repository';

/** Ways back into an account: nothing of them stays. */
@Injectable()
export class RecoveryData extends PersonalDataSource {
  readonly name = 'recovery';

  constructor(
    sources: PersonalDataSources,
    private readonly letters: OrderedLetterRepository,
    private readonly undos: EmailUndoRepository,
    private readonly transfers: DeviceTransferRepository,
  ) {
    super();
    sources.register(this);
  }

  async erase(tx: Tx, { accountId }: DataSubject): Promise<Kept[]> {
    await this.letters.erase(tx, accountId);
    await this.undos.erase(tx, accountId);
    await this.transfers.erase(tx, accountId);
    return [];
  }
}
