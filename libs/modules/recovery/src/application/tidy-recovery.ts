import { Injectable } from '@nestjs/common';
import { ContactRepository, Devices } from '@of/identity';
import { Database } from '@of/platform';
import { KEEP_DAYS } from '../domain/recovery-rules';
import { DeviceTransferRepository } from '../persistence/device-transfer.repository';
import { EmailUndoRepository } from '../persistence/email-undo.repository';
import { OrderedLetterRepository } from '../persistence/ordered-letter.repository';

const BATCH = 500;

/** Removes new devices that nobody released, and forgets what is over. What is valid never depends on it. */
@Injectable()
export class TidyRecovery {
  constructor(
    private readonly database: Database,
    private readonly devices: Devices,
    private readonly contacts: ContactRepository,
    private readonly transfers: DeviceTransferRepository,
    private readonly undos: EmailUndoRepository,
    private readonly letters: OrderedLetterRepository,
  ) {}

  async execute(): Promise<void> {
    while ((await this.endTransfers()) === BATCH);
    await this.database.transaction(async (tx) => {
      await this.transfers.forgetOld(tx, KEEP_DAYS);
      await this.undos.forgetOld(tx, KEEP_DAYS);
      await this.letters.forgetOld(tx, 2 * KEEP_DAYS);
      await this.contacts.forgetFormer(tx, KEEP_DAYS);
    });
  }

  private endTransfers(): Promise<number> {
    return this.database.transaction(async (tx) => {
      const ended = await this.transfers.expire(tx, BATCH);
      for (const { accountId, deviceId } of ended) {
        if (deviceId) await this.devices.discard(tx, accountId, deviceId);
      }
      return ended.length;
    });
  }
}
