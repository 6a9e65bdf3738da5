import { Injectable } from '@nestjs/common';
import { DOCUMENT_CLEARED } from '@of/documents';
import { EventListener, type ReceivedEvent } from '@of/platform';
import { ForwardDocument } from '../application/forward-document';

@Injectable()
export class WhenDocumentClearedForwardIt extends EventListener {
  readonly event = DOCUMENT_CLEARED;

  constructor(private readonly forward: ForwardDocument) {
    super();
  }

  handle({ payload }: ReceivedEvent): Promise<void> {
    return this.forward.execute(String(payload['documentId']));
  }
}
