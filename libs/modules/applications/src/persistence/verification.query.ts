import { Injectable } from '@nestjs/common';
import { Database } from '@of/platform';
import type { CertificateKind, CoverKind } from '../domain/certificate';
import type { VerifiedReceipt } from '../domain/verification';

export interface FoundCertificate {
  readonly kind: CertificateKind;
  readonly subject: string;
  readonly coverKind: CoverKind;
  readonly issuedOn: string;
}

export interface FoundReceipt extends VerifiedReceipt {
  readonly issuedOn: string;
}

/** What lies behind a code. */
@Injectable()
export class VerificationQuery {
  constructor(private readonly database: Database) {}

  async findCertificate(code: string): Promise<FoundCertificate | null> {
    const [row] = await this.database.read<FoundCertificate>(
      'applications.verify-certificate',
      `SELECT kind, subject_id AS subject, cover_kind AS "coverKind", issued_on::text AS "issuedOn"
         FROM applications.certificate WHERE verification_code = $1`,
      [code],
    );
    return row ?? null;
  }

  async findReceipt(code: string): Promise<FoundReceipt | null> {
    const [row] = await this.database.read<FoundReceipt>(
      'applications.verify-receipt',
      `SELECT number, received_at AS "receivedAt", page_count AS pages, receipt_sha256 AS sha256,
              receipt_key_id AS "keyId", (received_at AT TIME ZONE 'Europe/Berlin')::date::text AS "issuedOn"
         FROM applications.submission WHERE verification_code = $1`,
      [code],
    );
    return row ?? null;
  }
}
