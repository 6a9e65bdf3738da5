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
    const faults: Error[] = [];
    for (const id of await this.uploads.findUnchecked(CHECK_SECONDS)) {
      // One that cannot be checked must not hold up the others.
      await this.checkUpload.execute(id).catch((error: Error) => faults.push(error));
    }
    if (faults[0]) throw faults[0];
  }
}
