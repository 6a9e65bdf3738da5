import { Injectable } from '@nestjs/common';
import { DomainError } from '@of/kernel';
import type { LegalDocument } from '../domain/legal-document';
import { AcknowledgementRepository } from '../persistence/acknowledgement.repository';
import { LegalLibrary } from './legal-library';

export interface PublishedDocument extends LegalDocument {
  /** True for the version in force today. */
  readonly current: boolean;
}

/** The legal texts that have been published, older versions included; what is still to come is not told. */
@Injectable()
export class ListLegalDocuments {
  constructor(
    private readonly library: LegalLibrary,
    private readonly acknowledgements: AcknowledgementRepository,
  ) {}

  /** Terms first, newest version first. */
  async execute(): Promise<PublishedDocument[]> {
    const today = await this.acknowledgements.today();
    const current = this.library.currentOn(today);
    return this.library.documents
      .filter(({ publishedAt }) => !publishedAt.isAfter(today))
      .map((document) => ({ ...document, current: current.includes(document) }));
  }

  /** @throws DomainError `not-found` */
  async getOne(kind: string, version: string): Promise<PublishedDocument> {
    const document = (await this.execute()).find((one) => one.kind === kind && one.version === version);
    if (!document) throw new DomainError('not-found', 'not-found');
    return document;
  }
}
