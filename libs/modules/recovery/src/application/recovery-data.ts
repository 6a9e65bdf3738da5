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

  async *export({ accountId }: ExportSubject): AsyncIterable<ExportedPart> {
    yield {
      kind: 'table',
      name: 'codes-mit-der-post',
      about: {
        de: 'Briefe mit einem Code für ein neues Gerät oder Passwort, ohne den Code',
        en: 'Letters with a code for a new device or password, without the code',
      },
      fields: {
        purpose: { de: '`device`: neues Gerät, `reset`: neues Passwort', en: '`device` or `reset`' },
        orderedAt: { de: 'Bestellt am', en: 'Ordered on' },
        expectedBy: { de: 'Erwartet bis', en: 'Expected by' },
        closedAt: { de: 'Erledigt am', en: 'Settled on' },
      },
      rows: await this.letters.list(accountId),
    };
  }

  async erase(tx: Tx, { accountId }: DataSubject): Promise<Kept[]> {
    await this.letters.erase(tx, accountId);
    await this.undos.erase(tx, accountId);
    await this.transfers.erase(tx, accountId);
    return [];
  }
}
