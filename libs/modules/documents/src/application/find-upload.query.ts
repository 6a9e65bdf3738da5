import { Injectable } from '@nestjs/common';
import { DomainError, parseId } from '@of/kernel';
import { UploadRepository, type Upload } from '../persistence/upload.repository';

/** @throws DomainError `not-found`, also for somebody else's */
@Injectable()
export class FindUpload {
  constructor(private readonly uploads: UploadRepository) {}

  async execute(accountId: string, uploadId: string): Promise<Upload> {
    const id = parseId<'Upload'>(uploadId);
    const upload = id && (await this.uploads.find(accountId, id));
    if (!upload) throw new DomainError('not-found', 'not-found');
    return upload;
  }
}

export type { Upload } from '../persistence/upload.repository';
