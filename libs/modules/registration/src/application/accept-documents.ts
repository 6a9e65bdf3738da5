import { Injectable } from '@nestjs/common';
import { AcknowledgeDocuments, type DocumentVersion } from '@of/consent';
import { AdvanceSession } from '@of/identity';
import { Database, type SessionActor } from '@of/platform';

/** The member accepts the terms and acknowledges the privacy notice, each version once. */
@Injectable()
export class AcceptDocuments {
  constructor(
    private readonly database: Database,
    private readonly acknowledge: AcknowledgeDocuments,
    private readonly advance: AdvanceSession,
  ) {}

  /** @throws DomainError `document-outdated` when one of them is not the current version */
  execute(actor: SessionActor, documents: DocumentVersion[]): Promise<SessionActor> {
    return this.database.transaction(async (tx) => {
      await this.acknowledge.execute(tx, actor.accountId, actor.insuredId, documents);
      return this.advance.execute(tx, actor);
    });
  }
}
