import { Injectable } from '@nestjs/common';
import { Database, Sealer, type SealContext, type Tx } from '@of/platform';
import type { SignedReceipt } from '../domain/receipt';
import type { Answers, Category, SubmissionId } from '../domain/submission';
import type { SubmissionState } from '../domain/submission-state';

export interface NewSubmission {
  readonly id: SubmissionId;
  readonly number: string;
  readonly accountId: string;
  readonly actorId: string;
  readonly subjectId: string;
  readonly category: Category;
  readonly documentId: string;
  readonly pageCount: number;
  readonly answers: Answers | null;
  readonly isPrivate: boolean;
  readonly receivedAt: Date;
  readonly receipt: SignedReceipt;
  readonly verificationCode: string;
}

/** A submission as its owner reads it. */
export interface StoredSubmission {
  readonly id: SubmissionId;
  readonly number: string;
  readonly accountId: string;
  readonly actorId: string;
  readonly subjectId: string;
  readonly category: Category;
  readonly documentId: string;
  readonly pageCount: number;
  readonly isPrivate: boolean;
  readonly receivedAt: Date;
  readonly state: SubmissionState;
  readonly forwardedAt: Date | null;
  readonly acknowledgedAt: Date | null;
  readonly overdueAt: Date | null;
  readonly rejectedAt: Date | null;
  readonly coreReference: string | null;
}

/** One with everything that the receipt and the answers hold. */
export interface WholeSubmission extends StoredSubmission {
  readonly answers: Answers | null;
  readonly receiptText: string;
  readonly receiptSha256: string;
  readonly receiptSignature: Buffer;
  readonly receiptKeyId: string;
  readonly verificationCode: string;
}

export interface AnsweredSubmission {
  readonly subjectId: string;
  readonly actorId: string;
  readonly answers: Answers;
}

/** Whose submissions a query may see. */
export interface Whose {
  readonly subject: string;
  /** The person themself: also what they keep from their parents. */
  readonly isSelf: boolean;
}

const columns = `
  id, number, account_id AS "accountId", actor_id AS "actorId", subject_id AS "subjectId", category,
  document_id AS "documentId", page_count AS "pageCount", is_private AS "isPrivate", received_at AS "receivedAt", state,
  forwarded_at AS "forwardedAt", acknowledged_at AS "acknowledgedAt", overdue_at AS "overdueAt",
  rejected_at AS "rejectedAt", core_reference AS "coreReference"`;

const wholeColumns = `${columns}, answers_sealed AS sealed, receipt_text AS "receiptText",
  receipt_sha256 AS "receiptSha256", receipt_signature AS "receiptSignature", receipt_key_id AS "receiptKeyId",
  verification_code AS "verificationCode"`;

const sealContext = (id: string): SealContext => `applications.submission.answers_sealed:${id}`;

/** Rows of `applications.submission`. Every query for a member names whose they are. */
@Injectable()
export class SubmissionRepository {
  constructor(
    private readonly database: Database,
    private readonly sealer: Sealer,
  ) {}

  async insert(tx: Tx, submission: NewSubmission): Promise<void> {
    const { id, answers, receipt } = submission;
    await tx.query(
      `INSERT INTO applications.submission (id, number, account_id, actor_id, subject_id, category, document_id,
         page_count, answers_sealed, is_private, received_at, receipt_text, receipt_sha256, receipt_signature,
         receipt_key_id, verification_code)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      [
        id,
        submission.number,
        submission.accountId,
        submission.actorId,
        submission.subjectId,
        submission.category,
        submission.documentId,
        submission.pageCount,
        answers && this.sealer.seal(JSON.stringify(answers), sealContext(id)),
        submission.isPrivate,
        submission.receivedAt,
        receipt.text,
        receipt.sha256,
        receipt.signature,
        receipt.keyId,
        submission.verificationCode,
      ],
    );
  }

  /** Newest first, from the one before `before` on. */
  list(whose: Whose, { before, limit }: { before: string | null; limit: number }): Promise<StoredSubmission[]> {
    return this.database.read<StoredSubmission>(
      'applications.submissions',
      `SELECT ${columns} FROM applications.submission
        WHERE subject_id = $1 AND ($2 OR NOT is_private) AND ($3::uuid IS NULL OR id < $3)
        ORDER BY id DESC LIMIT $4`,
      [whose.subject, whose.isSelf, before, limit],
    );
  }

  /** The same with everything in them, for the person's own export. */
  async listWhole(
    whose: Whose,
    { before, limit }: { before: string | null; limit: number },
  ): Promise<WholeSubmission[]> {
    const rows = await this.database.read<WholeSubmission & { sealed: Buffer | null }>(
      'applications.whole-submissions',
      `SELECT ${wholeColumns} FROM applications.submission
        WHERE subject_id = $1 AND ($2 OR NOT is_private) AND ($3::uuid IS NULL OR id < $3)
        ORDER BY id DESC LIMIT $4`,
      [whose.subject, whose.isSelf, before, limit],
    );
    return rows.map((row) => this.opened(row));
  }

  async find(whose: Whose, id: SubmissionId): Promise<WholeSubmission | null> {
    const [row] = await this.database.read<WholeSubmission & { sealed: Buffer | null }>(
      'applications.submission',
      `SELECT ${wholeColumns} FROM applications.submission
        WHERE id = $1 AND subject_id = $2 AND ($3 OR NOT is_private)`,
      [id, whose.subject, whose.isSelf],
    );
    return row ? this.opened(row) : null;
  }

  /** Submissions that these documents were, newest first; without those that were refused. */
  listOfDocuments(whose: Whose, documentIds: readonly string[]): Promise<StoredSubmission[]> {
    return this.database.read<StoredSubmission>(
      'applications.submissions-of-documents',
      `SELECT ${columns} FROM applications.submission
        WHERE document_id = ANY($1) AND subject_id = $2 AND ($3 OR NOT is_private) AND state <> 'rejected'
        ORDER BY id DESC`,
      [documentIds, whose.subject, whose.isSelf],
    );
  }

  /** Answers of the applications for child sickness benefit that somebody sent about themself and their children, newest first. */
  async listAnswers(actorId: string, subjects: readonly string[]): Promise<AnsweredSubmission[]> {
    const rows = await this.database.read<Omit<AnsweredSubmission, 'answers'> & { id: string; sealed: Buffer }>(
      'applications.child-sickness-answers',
      `SELECT id, subject_id AS "subjectId", actor_id AS "actorId", answers_sealed AS sealed
         FROM applications.submission
        WHERE actor_id = $1 AND subject_id = ANY($2) AND category = 'child-sickness-benefit' AND state <> 'rejected'
          AND answers_sealed IS NOT NULL
        ORDER BY id DESC LIMIT 500`,
      [actorId, subjects],
    );
    return rows.map(({ id, sealed, ...row }) => ({ ...row, answers: this.open(id, sealed) }));
  }

  /** @returns whether there was one of this person */
  async setPrivate(tx: Tx, subject: string, id: SubmissionId, isPrivate: boolean): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE applications.submission SET is_private = $3 WHERE id = $1 AND subject_id = $2 RETURNING id`,
      [id, subject, isPrivate],
    );
    return rows.length > 0;
  }

  /** For the house's own work; no member's query. */
  async findForHandOver(id: string): Promise<WholeSubmission | null> {
    const [row] = await this.database.read<WholeSubmission & { sealed: Buffer | null }>(
      'applications.submission-to-forward',
      `SELECT ${wholeColumns} FROM applications.submission WHERE id = $1`,
      [id],
    );
    return row ? this.opened(row) : null;
  }

  async lock(tx: Tx, id: string): Promise<StoredSubmission | null> {
    const [row] = await tx.query<StoredSubmission>(
      `SELECT ${columns} FROM applications.submission WHERE id = $1 FOR UPDATE`,
      [id],
    );
    return row ?? null;
  }

  async idOfDocument(documentId: string): Promise<SubmissionId | null> {
    const [row] = await this.database.read<{ id: SubmissionId }>(
      'applications.submission-of-document',
      `SELECT id FROM applications.submission WHERE document_id = $1`,
      [documentId],
    );
    return row?.id ?? null;
  }

  private opened({ sealed, ...row }: WholeSubmission & { sealed: Buffer | null }): WholeSubmission {
    return { ...row, answers: sealed && this.open(row.id, sealed) };
  }

  private open(id: string, sealed: Buffer): Answers {
    return JSON.parse(this.sealer.open(sealed, sealContext(id)).toString()) as Answers;
  }
}
