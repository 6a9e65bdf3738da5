import { Injectable } from '@nestjs/common';
import { DOCUMENT_REJECTED } from '@of/documents';
import { EventListener, type ReceivedEvent } from '@of/platform';
import { RejectSubmission } from '../application/reject-submission';

@Injectable()
export class WhenDocumentRejectedRejectItsSubmission extends EventListener {
  readonly event = DOCUMENT_REJECTED;

  constructor(private readonly reject: RejectSubmission) {
    super();
  }

  handle({ payload }: ReceivedEvent): Promise<void> {
    return this.reject.execute(String(payload['documentId']));
  }
}
