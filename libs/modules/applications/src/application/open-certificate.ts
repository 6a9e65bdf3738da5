import { Injectable } from '@nestjs/common';
import { OpenDocument, type OpenedDocument } from '@of/documents';
import { DomainError, parseId } from '@of/kernel';
import { CertificateRepository } from '../persistence/certificate.repository';

/** The PDF of a certificate, as it was issued. */
@Injectable()
export class OpenCertificate {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly documents: OpenDocument,
  ) {}

  /** @throws DomainError `not-found` */
  async execute(subject: string, certificateId: string): Promise<OpenedDocument> {
    const id = parseId<'Certificate'>(certificateId);
    const documentId = id && (await this.certificates.findDocument(subject, id));
    if (!documentId) throw new DomainError('not-found', 'not-found');
    return this.documents.execute({ subject, documentId });
  }
}
