import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@of/platform';
import { statesBefore, type DocumentState } from '../domain/document-state';
import type { FiledPage } from '../domain/filed-document';
import type { StoredFile } from './stored-file.repository';

export interface NewDocument {
  readonly id: string;
  readonly subject: string;
  readonly accountId: string | null;
  readonly title: string;
  readonly mediaType: string;
  readonly state: DocumentState;
  readonly file: { id: string; sha256: string } | null;
  readonly pageCount: number;
  readonly size: number;
}

export interface NewPage extends FiledPage {
  readonly fileId: string;
  readonly sheets: number;
}

export interface PageFile extends StoredFile {
  readonly position: number;
  readonly mediaType: string;
  readonly sha256: string;
}

export interface SentDocument {
  readonly id: string;
  readonly title: string;
  readonly mediaType: string;
  readonly state: DocumentState;
  readonly sha256: string | null;
  readonly createdAt: Date;
}

export interface QuarantinedDocument {
  readonly id: string;
  readonly subject: string;
  readonly title: string;
  readonly scanTries: number;
}

/** A page of a document that an upload brings again. */
export interface SamePage {
  readonly uploadId: string;
  readonly documentId: string;
}

export interface CleanDocument extends StoredFile {
  readonly title: string;
  readonly mediaType: string;
  readonly sha256: string;
}

/**
 * Rows of `documents.document` and their pages. Row-level security hides all of them until the transaction has said whose
 * they are; only the room's own jobs say "everybody's".
 */
@Injectable()
export class DocumentRepository {
  constructor(private readonly database: Database) {}

  /** Runs `work` where the documents of one person are visible and no other. */
  ofPerson<T>(subject: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.transaction(async (tx) => {
      await this.showPerson(tx, subject);
      return work(tx);
    });
  }

  /** Runs `work` where the documents of everybody are visible: for jobs. */
  ofEverybody<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.ofPerson('*', work);
  }

  /** Makes the documents of a person visible for the rest of the transaction. */
  async showPerson(tx: Tx, subject: string): Promise<void> {
    await tx.query(`SELECT set_config('app.subject', $1, true)`, [subject]);
  }

  async insert(tx: Tx, document: NewDocument): Promise<void> {
    await tx.query(
      `INSERT INTO documents.document
         (id, subject_id, account_id, title, media_type, state, file_id, sha256, page_count, size, decided_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, CASE WHEN $6 = 'clean' THEN platform.now() END)`,
      [
        document.id,
        document.subject,
        document.accountId,
        document.title,
        document.mediaType,
        document.state,
        document.file?.id ?? null,
        document.file?.sha256 ?? null,
        document.pageCount,
        document.size,
      ],
    );
  }

  async insertPages(tx: Tx, documentId: string, pages: readonly NewPage[]): Promise<void> {
    await tx.query(
      `INSERT INTO documents.page (document_id, position, file_id, sha256, media_type, bytes, sheets)
       SELECT $1, * FROM unnest($2::int[], $3::uuid[], $4::text[], $5::text[], $6::bigint[], $7::int[])`,
      [
        documentId,
        pages.map(({ position }) => position),
        pages.map(({ fileId }) => fileId),
        pages.map(({ sha256 }) => sha256),
        pages.map(({ mediaType }) => mediaType),
        pages.map(({ bytes }) => bytes),
        pages.map(({ sheets }) => sheets),
      ],
    );
  }

  states(tx: Tx, ids: readonly string[]): Promise<{ id: string; state: DocumentState }[]> {
    return tx.query(`SELECT id, state FROM documents.document WHERE id = ANY($1)`, [ids]);
  }

  /** The document's state and, once clean, its content; null when it is not this person's. */
  async findContent(
    tx: Tx,
    subject: string,
    id: string,
  ): Promise<{ state: DocumentState; content: CleanDocument } | null> {
    const [row] = await tx.query<{ state: DocumentState } & CleanDocument>(
      `SELECT d.state, d.title, d.media_type AS "mediaType", d.sha256, f.id, f.size::float8 AS size,
              f.key_sealed AS "keySealed"
         FROM documents.document d LEFT JOIN documents.stored_file f ON f.id = d.file_id
        WHERE d.id = $1 AND d.subject_id = $2`,
      [id, subject],
    );
    return row ? { state: row.state, content: row } : null;
  }

  /** Finished uploads whose bytes are a page of a document of this person. */
  findSamePages(
    tx: Tx,
    { accountId, subject, uploadIds }: { accountId: string; subject: string; uploadIds: readonly string[] },
  ): Promise<SamePage[]> {
    return tx.query(
      `SELECT upload.id AS "uploadId", page.document_id AS "documentId"
         FROM documents.upload
         JOIN documents.page ON page.sha256 = upload.sha256
         JOIN documents.document ON document.id = page.document_id
        WHERE upload.account_id = $1 AND upload.id = ANY($3) AND upload.state = 'accepted'
          AND upload.document_id IS DISTINCT FROM document.id AND document.subject_id = $2`,
      [accountId, subject, uploadIds],
    );
  }

  /** What accounts submitted for this person, the oldest first. */
  listSent(tx: Tx, subject: string): Promise<SentDocument[]> {
    return tx.query(
      `SELECT id, title, media_type AS "mediaType", state, sha256, created_at AS "createdAt"
         FROM documents.document WHERE subject_id = $1 AND account_id IS NOT NULL ORDER BY created_at, id`,
      [subject],
    );
  }

  /** Ids of documents whose scan is due; at most `limit`. */
  async findDue(tx: Tx, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM documents.document WHERE state = 'quarantined' AND next_scan_at <= platform.now()
        ORDER BY next_scan_at LIMIT $1`,
      [limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Claims a document for a scan: nobody else scans it for `seconds`. Null when there is nothing to scan. */
  async claim(tx: Tx, id: string, seconds: number): Promise<QuarantinedDocument | null> {
    const [row] = await tx.query<QuarantinedDocument>(
      `UPDATE documents.document SET next_scan_at = platform.now() + make_interval(secs => $2)
        WHERE id = $1 AND state = 'quarantined' AND next_scan_at <= platform.now()
        RETURNING id, subject_id AS subject, title, scan_tries AS "scanTries"`,
      [id, seconds],
    );
    return row ?? null;
  }

  pages(tx: Tx, id: string): Promise<PageFile[]> {
    return tx.query(
      `SELECT p.position, p.media_type AS "mediaType", p.sha256, f.id, f.size::float8 AS size, f.key_sealed AS "keySealed"
         FROM documents.page p JOIN documents.stored_file f ON f.id = p.file_id
        WHERE p.document_id = $1 ORDER BY p.position`,
      [id],
    );
  }

  /** Lets the document wait for another try; @param isFailure whether the scanner could not judge it */
  async postpone(tx: Tx, id: string, seconds: number, isFailure: boolean): Promise<void> {
    await tx.query(
      `UPDATE documents.document
          SET next_scan_at = platform.now() + make_interval(secs => $2), scan_tries = scan_tries + $3
        WHERE id = $1 AND state = 'quarantined'`,
      [id, seconds, isFailure ? 1 : 0],
    );
  }

  /** @returns whether it was still in quarantine */
  async clear(
    tx: Tx,
    id: string,
    content: { fileId: string; sha256: string; size: number; scanned: boolean },
  ): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE documents.document
          SET state = 'clean', file_id = $2, sha256 = $3, size = $4, scanned = $5, decided_at = platform.now()
        WHERE id = $1 AND state = ANY($6) RETURNING id`,
      [id, content.fileId, content.sha256, content.size, content.scanned, statesBefore('clean')],
    );
    return rows.length > 0;
  }

  /** @returns whether it was still in quarantine */
  async reject(tx: Tx, id: string, state: 'infected' | 'failed'): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE documents.document SET state = $2, decided_at = platform.now()
        WHERE id = $1 AND state = ANY($3) RETURNING id`,
      [id, state, statesBefore(state)],
    );
    return rows.length > 0;
  }
}
