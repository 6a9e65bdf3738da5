import { Injectable } from '@nestjs/common';
import { DomainError } from '@of/kernel';
import { type Tx } from '@of/platform';
import type { DocumentVersion } from '../domain/legal-document';
import { AcknowledgementRepository } from '../persistence/acknowledgement.repository';
import { LegalLibrary } from './legal-library';

/** Writes down that somebody accepted the terms or took note of the privacy notice: each version once. */
@Injectable()
export class AcknowledgeDocuments {
  constructor(
    private readonly library: LegalLibrary,
    private readonly acknowledgements: AcknowledgementRepository,
  ) {}

  /**
   * @param subject insured person the account belongs to, for the audit trail
   * @throws DomainError `document-outdated` when one of the versions is not in force: the member saw another text
   */
  async execute(tx: Tx, accountId: string, subject: string, documents: readonly DocumentVersion[]): Promise<void> {
    const current = this.library.currentOn((await this.acknowledgements.getStanding(accountId, tx)).today);
    for (const { kind, version } of documents) {
      if (!current.some((document) => document.kind === kind && document.version === version)) {
        throw new DomainError('document-outdated', 'conflict');
      }
      if (!(await this.acknowledgements.insert(tx, accountId, { kind, version }))) continue;
      await tx.audit({ actor: accountId, subject, act: 'consent.document-acknowledged', details: { kind, version } });
    }
  }
}
