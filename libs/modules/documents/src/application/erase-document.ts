import { Injectable } from '@nestjs/common';
import { type Tx } from '@of/platform';
import { DocumentRepository } from '../persistence/document.repository';

/** Erases a document that we made ourselves. Its key is gone at once, and what it opened goes with the janitor's
 * next round. */
@Injectable()
export class EraseDocument {
  constructor(private readonly documents: DocumentRepository) {}

  async execute(tx: Tx, { subject, documentId }: { subject: string; documentId: string }): Promise<void> {
    await this.documents.showPerson(tx, subject);
    const [gone] = await tx.query<{ fileId: string | null }>(
      `DELETE FROM documents.document WHERE id = $1 AND subject_id = $2 RETURNING file_id AS "fileId"`,
      [documentId, subject],
    );
    if (gone?.fileId) await tx.query(`DELETE FROM documents.stored_file WHERE id = $1`, [gone.fileId]);
  }
}
