import { Injectable } from '@nestjs/common';
import { DocumentRepository } from '../persistence/document.repository';
import { ScanDocument } from './scan-document';

const AT_ONCE = 4;
const PER_RUN = 200;

/** Scans what has waited: the scanner was away, or the process that scanned has died. */
@Injectable()
export class ScanDueDocuments {
  constructor(
    private readonly documents: DocumentRepository,
    private readonly scanDocument: ScanDocument,
  ) {}

  async execute(): Promise<void> {
    const due = await this.documents.ofEverybody((tx) => this.documents.findDue(tx, PER_RUN));
    const work = due.values();
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        // Another one would only wait as long for the same answer, and everything else on the schedule with it.
        for (const id of work) if (!(await this.scanDocument.execute(id))) break;
      }),
    );
  }
}
