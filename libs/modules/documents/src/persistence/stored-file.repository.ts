import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@of/platform';

/** An object in the store and what opens it. */
export interface StoredFile {
  readonly id: string;
  readonly size: number;
  readonly keySealed: Buffer;
}

/** Rows of `documents.stored_file`. */
@Injectable()
export class StoredFileRepository {
  constructor(private readonly database: Database) {}

  async insert(tx: Tx, file: StoredFile): Promise<void> {
    await tx.query(`INSERT INTO documents.stored_file (id, size, key_sealed) VALUES ($1, $2, $3)`, [
      file.id,
      file.size,
      file.keySealed,
    ]);
  }

  /** Which of these have a row. */
  async known(ids: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.read<{ id: string }>(
      'documents.known-files',
      `SELECT id FROM documents.stored_file WHERE id = ANY($1)`,
      [ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Takes rows nothing refers to any more, so that their objects can go. At most 500 at a time. */
  takeUnused(tx: Tx): Promise<{ id: string }[]> {
    return tx.query(
      `DELETE FROM documents.stored_file WHERE id IN (
         SELECT f.id FROM documents.stored_file f
          WHERE f.created_at < platform.now() - interval '10 minutes'
            AND NOT EXISTS (SELECT 1 FROM documents.upload_piece WHERE file_id = f.id)
            AND NOT EXISTS (SELECT 1 FROM documents.upload WHERE file_id = f.id)
            AND NOT EXISTS (SELECT 1 FROM documents.page WHERE file_id = f.id)
            AND NOT EXISTS (SELECT 1 FROM documents.document WHERE file_id = f.id)
          LIMIT 500 FOR UPDATE SKIP LOCKED)
       RETURNING id`,
    );
  }

  /** Keys after this one in order, for wrapping them anew. */
  listKeys(tx: Tx, after: string, limit: number): Promise<{ id: string; keySealed: Buffer }[]> {
    return tx.query(
      `SELECT id, key_sealed AS "keySealed" FROM documents.stored_file WHERE id > $1 ORDER BY id LIMIT $2 FOR UPDATE`,
      [after, limit],
    );
  }

  async replaceKey(tx: Tx, id: string, keySealed: Buffer): Promise<void> {
    await tx.query(`UPDATE documents.stored_file SET key_sealed = $2 WHERE id = $1`, [id, keySealed]);
  }
}
