import { Injectable } from '@nestjs/common';
import { ScheduledTask } from '@of/platform';
import { ScanDueDocuments } from '../application/scan-due-documents';

/** Scans what waits in quarantine. */
@Injectable()
export class ScanQuarantine extends ScheduledTask {
  readonly name = 'scan-quarantine';
  readonly every = 5_000;

  constructor(private readonly scanDueDocuments: ScanDueDocuments) {
    super();
  }

  run(): Promise<void> {
    return this.scanDueDocuments.execute();
  }
}
