import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { StoreDocument } from '@of/documents';
import { DomainError, newId, newReference, type DateOnly } from '@of/kernel';
import { OrderLetter } from '@of/letters';
import { Database, type PersonScope } from '@of/platform';
import type { Certificate, CertificateKind, CertificateLanguage, Delivery } from '../domain/certificate';
import { newVerificationCode } from '../domain/verification-code';
import { today } from '../persistence/calendar';
import { CertificateRepository } from '../persistence/certificate.repository';
import { DraftCertificate } from './draft-certificate';

/** More in a day is no member but a program. */
const MOST_IN_A_DAY = 50;
const HOURS_OF_DAY = 24;

export interface CertificateOrder {
  readonly kind: CertificateKind;
  readonly delivery: Delivery;
  readonly language: CertificateLanguage;
}

export interface IssuedCertificate extends Certificate {
  /** Day by which it will be in the letter box; null for a download. */
  readonly expectedBy: DateOnly | null;
}

/**
 * Issues a certificate: typeset and written, then its row and, where it goes by post, its letter's in one transaction. What
 * is posted later is exactly what was stored here.
 */
@Injectable()
export class IssueCertificate {
  constructor(
    private readonly database: Database,
    private readonly certificates: CertificateRepository,
    private readonly draft: DraftCertificate,
    private readonly documents: StoreDocument,
    private readonly letters: OrderLetter,
  ) {}

  /** @throws NoCoverToCertify, CertificateNotForAge, CertificateNotPrintable; `too-many-requests` */
  async execute(scope: PersonScope, order: CertificateOrder): Promise<IssuedCertificate> {
    if ((await this.certificates.countOfDay(scope.accountId)) >= MOST_IN_A_DAY)
      throw new DomainError('too-many-requests', 'too-many', { retryAfterSeconds: HOURS_OF_DAY * 3600 });
    const day = await today(this.database);
    const number = newReference('B', randomBytes);
    const verificationCode = newVerificationCode(randomBytes);
    const { pdf, coverKind, title } = await this.draft.execute(scope, order, { day, number, verificationCode });
    const certificate = { ...order, id: newId<'Certificate'>(), number, issuedOn: String(day), verificationCode };
    const written = await this.documents.write([pdf]);
    return this.database.transaction(async (tx) => {
      const { subject, accountId, insuredId: actorId } = scope;
      await this.documents.insert(tx, written, { subject, title, mediaType: 'application/pdf' });
      const letter = order.delivery === 'post' ? await this.letters.execute(tx, letterOrder(scope, order)) : null;
      const createdAt = await this.certificates.insert(tx, {
        ...certificate,
        accountId,
        actorId,
        subjectId: subject,
        coverKind,
        documentId: written.documentId,
        letterId: letter?.letterId ?? null,
      });
      await tx.audit({
        actor: accountId,
        subject,
        act: 'applications.certificate-issued',
        object: certificate.id,
        details: { kind: order.kind, delivery: order.delivery },
      });
      return { ...certificate, createdAt, expectedBy: letter?.expectedBy ?? null };
    });
  }
}

/** Whoever asks gets the letter, also about a child. */
function letterOrder({ accountId, insuredId }: PersonScope, { language }: CertificateOrder) {
  return { accountId, insuredId, purpose: 'certificate', language, needsReview: false } as const;
}
