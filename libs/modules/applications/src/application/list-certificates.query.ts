import { Injectable } from '@nestjs/common';
import type { Certificate } from '../domain/certificate';
import { CertificateRepository } from '../persistence/certificate.repository';
import { pageOf, type Page, type PageRequest } from './page';

/** The certificates of a person, newest first. */
@Injectable()
export class ListCertificates {
  constructor(private readonly certificates: CertificateRepository) {}

  /** @throws ValidationError with `cursor-invalid` */
  execute(subject: string, page: PageRequest): Promise<Page<Certificate>> {
    return pageOf(page, (part) => this.certificates.list(subject, part));
  }
}
