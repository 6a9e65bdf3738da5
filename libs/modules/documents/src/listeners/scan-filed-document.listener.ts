import { Injectable } from '@nestjs/common';
import { EventListener, type ReceivedEvent } from '@of/platform';
import { ScanDocument } from '../application/scan-document';
import { DOCUMENT_FILED } from '../domain/document.events';

/** Whenever a document is filed, it is scanned at once; what then has to wait is the schedule's. */
@Injectable()
export class ScanFiledDocument extends EventListener {
  readonly event = DOCUMENT_FILED;

  constructor(private readonly scanDocument: ScanDocument) {
    super();
  }

  async handle(event: ReceivedEvent): Promise<void> {
    await this.scanDocument.execute(String(event.payload['documentId']));
  }
}
