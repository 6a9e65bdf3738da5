import { Injectable } from '@nestjs/common';
import { type Tx } from '@of/platform';
import type { DocumentVersion } from '../domain/legal-document';
import { AcknowledgementRepository } from '../persistence/acknowledgement.repository';
import { LegalLibrary } from './legal-library';

/** Which versions in force somebody has yet to acknowledge (A7). */
@Injectable()
export class ListDueDocuments {
  constructor(
    private readonly library: LegalLibrary,
    private readonly acknowledgements: AcknowledgementRepository,
  ) {}

  /** @param tx where what was just acknowledged must count already */
  async execute(accountId: string, tx?: Tx): Promise<DocumentVersion[]> {
    const { today, acknowledged } = await this.acknowledgements.getStanding(accountId, tx);
    return this.library
      .currentOn(today)
      .filter(({ kind, version }) => !acknowledged.some((known) => known.kind === kind && known.version === version))
      .map(({ kind, version }) => ({ kind, version }));
  }
}
