import { Injectable } from '@nestjs/common';
import { Clock } from '@of/kernel';
import { DocumentRepository } from '../persistence/document.repository';
import { StoredFileRepository } from '../persistence/stored-file.repository';
import { UploadRepository } from '../persistence/upload.repository';
import { FileStore } from './ports/file-store';
import { SealedFiles } from './sealed-files';

/** Younger objects may still be waiting for their row. */
const SETTLING_MS = 60 * 60_000;
const BATCH = 500;
/** An object of ours, or one that was never finished. */
const ours = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\.part)?$/;
const fileIdOf = (key: string): string => key.slice(0, 36);

/**
 * The janitor: forgets uploads nobody finished or used, then files nothing refers to, then objects nobody knows. A row goes
 * before its object, so whatever has a row can be read.
 */
@Injectable()
export class SweepStore {
  constructor(
    private readonly documents: DocumentRepository,
    private readonly uploads: UploadRepository,
    private readonly storedFiles: StoredFileRepository,
    private readonly files: SealedFiles,
    private readonly store: FileStore,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    await this.repeat(() => this.documents.ofEverybody((tx) => this.uploads.forgetExpired(tx)));
    await this.repeat(() => this.removeUnused());
    await this.removeOrphans();
  }

  private async repeat(work: () => Promise<number>): Promise<void> {
    while ((await work()) >= BATCH);
  }

  private async removeUnused(): Promise<number> {
    const unused = await this.documents.ofEverybody((tx) => this.storedFiles.takeUnused(tx));
    for (const { id } of unused) await this.files.remove(id);
    return unused.length;
  }

  private async removeOrphans(): Promise<void> {
    const settled = this.clock.now().getTime() - SETTLING_MS;
    let batch: string[] = [];
    for await (const { key, modifiedAt } of this.store.list()) {
      // What somebody else keeps in the same place is not ours to clear away.
      if (!ours.test(key) || modifiedAt.getTime() > settled) continue;
      batch.push(key);
      if (batch.length === BATCH) {
        await this.removeUnknown(batch);
        batch = [];
      }
    }
    await this.removeUnknown(batch);
  }

  private async removeUnknown(keys: string[]): Promise<void> {
    const known = await this.storedFiles.known(keys.map(fileIdOf));
    for (const key of keys) {
      const isLeftOver = key !== fileIdOf(key);
      if (isLeftOver || !known.has(key)) await this.store.remove(key);
    }
  }
}
