import { Injectable } from '@nestjs/common';
import { UploadRepository } from '../persistence/upload.repository';
import { CHECK_SECONDS, CheckUpload } from './check-upload';

/** Checks uploads that arrived whole and whose check ended with its process. */
@Injectable()
export class FinishChecks {
  constructor(
    private readonly uploads: UploadRepository,
    private readonly checkUpload: CheckUpload,
  ) {}

  async execute(): Promise<void> {
    for (const id of await this.uploads.findUnchecked(CHECK_SECONDS)) await this.checkUpload.execute(id);
  }
}
