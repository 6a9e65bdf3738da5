import { Injectable } from '@nestjs/common';
import { Database, type Acting } from '@of/platform';
import { shownName } from '../domain/file-name';
import { FileRefused, StorageFull, UploadLimitReached } from '../domain/upload.errors';
import { inMegabytes, uploadLimits } from '../domain/upload-limits';
import { UploadRepository } from '../persistence/upload.repository';

/**
 * Opens an upload for an account, if its allowances permit.
 * @throws FileRefused, UploadLimitReached, StorageFull
 */
@Injectable()
export class StartUpload {
  constructor(
    private readonly database: Database,
    private readonly uploads: UploadRepository,
  ) {}

  async execute(command: { id: string; acting: Acting; name: string; size: number }): Promise<void> {
    const { id, acting, name, size } = command;
    const { accountId } = acting;
    if (size === 0) throw new FileRefused('file-empty', {});
    if (size > uploadLimits.fileBytes) {
      const params = { actual: inMegabytes(size), allowed: inMegabytes(uploadLimits.fileBytes) };
      throw new FileRefused('file-too-large', params);
    }
    await this.database.transaction(async (tx) => {
      const used = await this.uploads.countUsed(tx, accountId);
      if (used.today >= uploadLimits.filesPerDay) {
        throw new UploadLimitReached(Math.max(1, used.retrySeconds), uploadLimits.filesPerDay);
      }
      if (used.bytes + size > uploadLimits.accountBytes) {
        throw new StorageFull(inMegabytes(used.bytes + size), inMegabytes(uploadLimits.accountBytes));
      }
      const hours = uploadLimits.unfinishedHours;
      await this.uploads.insert(tx, {
        id,
        accountId,
        name: shownName(name),
        isFromDevice: acting.deviceId !== null,
        size,
        hours,
      });
    });
  }
}
