import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Database } from '@of/platform';
import { uploadLimits } from '../domain/upload-limits';
import { StoredFileRepository } from '../persistence/stored-file.repository';
import { UploadRepository } from '../persistence/upload.repository';
import { FileChecker, type CheckedFile } from './ports/file-checker';
import { SealedFiles } from './sealed-files';

/** A check that has not ended after that many seconds has died with its process. */
export const CHECK_SECONDS = 180;

/** Looks into a whole upload and keeps what came out clean of it, or the reason why nothing did. */
@Injectable()
export class CheckUpload {
  constructor(
    private readonly database: Database,
    private readonly uploads: UploadRepository,
    private readonly storedFiles: StoredFileRepository,
    private readonly files: SealedFiles,
    private readonly checker: FileChecker,
  ) {}

  /** Checking again what was checked, or what somebody else checks, does nothing. */
  async execute(id: string): Promise<void> {
    if (!(await this.uploads.startChecking(id, CHECK_SECONDS))) return;
    try {
      const pieces = await this.uploads.pieces(id);
      const checked = await this.checker.check(Readable.from(this.join(pieces), { objectMode: false }));
      if (checked.problem) {
        const { code, params } = checked.problem;
        await this.database.transaction((tx) => this.uploads.reject(tx, id, code, params));
      } else {
        await this.accept(id, checked);
      }
    } catch (error) {
      // The file is not to blame: it is checked again.
      await this.uploads.releaseCheck(id).catch(() => undefined);
      throw error;
    }
  }

  private async *join(pieces: Parameters<SealedFiles['read']>[0][]): AsyncGenerator<Buffer> {
    for (const piece of pieces) yield* this.files.read(piece) as AsyncIterable<Buffer>;
  }

  private async accept(id: string, checked: Extract<CheckedFile, { problem: null }>): Promise<void> {
    const hash = createHash('sha256');
    async function* hashed(): AsyncGenerator<Buffer> {
      for await (const part of checked.content) {
        hash.update(part);
        yield part;
      }
    }
    const file = await this.files.write(hashed());
    const sha256 = hash.digest('hex');
    const { mediaType, sheets } = checked;
    await this.database.transaction(async (tx) => {
      await this.storedFiles.insert(tx, file);
      await this.uploads.accept(tx, id, { mediaType, sheets, sha256, file, days: uploadLimits.unusedDays });
    });
  }
}
