import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { OpenDocument } from '@of/documents';
import { LetterComposer, type LetterContent, type LetterInHand } from '@of/letters';
import { type Tx } from '@of/platform';
import { CertificateRepository } from '../persistence/certificate.repository';

/** Every certificate fits on one page. */
const PAGES = 1;

/** Puts a stored certificate into its letter, byte for byte. */
@Injectable()
export class CertificateLetter extends LetterComposer {
  readonly purpose = 'certificate';

  constructor(
    private readonly certificates: CertificateRepository,
    private readonly documents: OpenDocument,
  ) {
    super();
  }

  async compose(tx: Tx, letter: LetterInHand): Promise<LetterContent | null> {
    const found = await this.certificates.findByLetter(tx, letter.id);
    if (!found) return null;
    const { stream } = await this.documents.within(tx, found);
    return { pdf: await buffer(stream), pages: PAGES };
  }
}
