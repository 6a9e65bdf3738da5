import { Injectable } from '@nestjs/common';
import { Database } from '@of/platform';
import { StoredFileRepository } from '../persistence/stored-file.repository';
import { SealedFiles } from './sealed-files';

const BATCH = 500;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** Wraps the keys of all files anew after MASTER_KEY has changed. The files themselves stay as they are. */
@Injectable()
export class RewrapKeys {
  constructor(
    private readonly database: Database,
    private readonly storedFiles: StoredFileRepository,
    private readonly files: SealedFiles,
  ) {}

  /** @returns how many keys were wrapped anew */
  async execute(actor: string): Promise<number> {
    let wrapped = 0;
    for (let after = BEFORE_ALL; ;) {
      const batch = await this.database.transaction(async (tx) => {
        const rows = await this.storedFiles.listKeys(tx, after, BATCH);
        for (const { id, keySealed } of rows) {
          const fresh = this.files.rewrap(id, keySealed);
          if (!fresh) continue;
          await this.storedFiles.replaceKey(tx, id, fresh);
          wrapped++;
        }
        return rows;
      });
      if (batch.length < BATCH) break;
      after = (batch.at(-1) as { id: string }).id;
    }
    await this.database.transaction((tx) =>
      tx.audit({ actor, subject: '-', act: 'documents.keys-rewrapped', details: { files: wrapped } }),
    );
    return wrapped;
  }
}
