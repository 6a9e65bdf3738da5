import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@of/platform';
import type { Certificate, CertificateId, CoverKind } from '../domain/certificate';

const columns = `
  id, kind, language, delivery, number, issued_on::text AS "issuedOn", created_at AS "createdAt",
  verification_code AS "verificationCode"`;

export interface NewCertificate extends Omit<Certificate, 'createdAt'> {
  readonly accountId: string;
  readonly actorId: string;
  readonly subjectId: string;
  readonly coverKind: CoverKind;
  readonly documentId: string;
  readonly letterId: string | null;
}

/** Rows of `applications.certificate`. Every query for a member names whose they are. */
@Injectable()
export class CertificateRepository {
  constructor(private readonly database: Database) {}

  async insert(tx: Tx, certificate: NewCertificate): Promise<Date> {
    const [row] = await tx.query<{ createdAt: Date }>(
      `INSERT INTO applications.certificate (id, account_id, actor_id, subject_id, kind, language, delivery, number,
         verification_code, cover_kind, issued_on, document_id, letter_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING created_at AS "createdAt"`,
      [
        certificate.id,
        certificate.accountId,
        certificate.actorId,
        certificate.subjectId,
        certificate.kind,
        certificate.language,
        certificate.delivery,
        certificate.number,
        certificate.verificationCode,
        certificate.coverKind,
        certificate.issuedOn,
        certificate.documentId,
        certificate.letterId,
      ],
    );
    return row?.createdAt as Date;
  }

  /** How many this account has ordered within a day. */
  async countOfDay(accountId: string): Promise<number> {
    const [row] = await this.database.read<{ count: number }>(
      'applications.certificates-of-day',
      `SELECT count(*)::int AS count FROM applications.certificate
        WHERE account_id = $1 AND created_at > platform.now() - interval '24 hours'`,
      [accountId],
    );
    return row?.count ?? 0;
  }

  /** Newest first, from the one before `before` on. */
  list(subject: string, { before, limit }: { before: string | null; limit: number }): Promise<Certificate[]> {
    return this.database.read<Certificate>(
      'applications.certificates',
      `SELECT ${columns} FROM applications.certificate
        WHERE subject_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
      [subject, before, limit],
    );
  }

  async findDocument(subject: string, id: CertificateId): Promise<string | null> {
    const [row] = await this.database.read<{ documentId: string }>(
      'applications.certificate-document',
      `SELECT document_id AS "documentId" FROM applications.certificate WHERE id = $1 AND subject_id = $2`,
      [id, subject],
    );
    return row?.documentId ?? null;
  }

  /** What goes out with a letter. */
  async findByLetter(tx: Tx, letterId: string): Promise<{ subject: string; documentId: string } | null> {
    const [row] = await tx.query<{ subject: string; documentId: string }>(
      `SELECT subject_id AS subject, document_id AS "documentId" FROM applications.certificate WHERE letter_id = $1`,
      [letterId],
    );
    return row ?? null;
  }
}
