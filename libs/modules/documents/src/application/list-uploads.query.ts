import { Injectable } from '@nestjs/common';
import { UploadRepository, type Upload } from '../persistence/upload.repository';

/** Uploads of an account that wait to be sent, or are still under way. */
@Injectable()
export class ListUploads {
  constructor(private readonly uploads: UploadRepository) {}

  execute(accountId: string): Promise<Upload[]> {
    return this.uploads.listOpen(accountId);
  }
}
