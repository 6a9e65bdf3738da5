import { Injectable } from '@nestjs/common';
import { Database } from '@of/platform';
import { UploadRepository } from '../persistence/upload.repository';

/** Forgets an upload the member no longer wants; what has become a document stays. */
@Injectable()
export class DropUpload {
  constructor(
    private readonly database: Database,
    private readonly uploads: UploadRepository,
  ) {}

  execute(accountId: string, id: string): Promise<void> {
    return this.database.transaction((tx) => this.uploads.remove(tx, accountId, id));
  }
}
