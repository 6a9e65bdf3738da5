import { Injectable } from '@nestjs/common';
import { secondFactorRequired } from '@of/approval';
import { OpenDocument, type OpenedDocument } from '@of/documents';
import { parseId } from '@of/kernel';
import { Database, type SessionActor } from '@of/platform';
import { exportExpired, exportNotFound, exportNotReady } from '../domain/data-export.errors';
import { DataExportRepository } from '../persistence/data-export.repository';

/** Hands out a finished export. Session and level are asked anew each time: its address alone opens nothing. */
@Injectable()
export class OpenDataExport {
  constructor(
    private readonly database: Database,
    private readonly exports: DataExportRepository,
    private readonly documents: OpenDocument,
  ) {}

  /** @throws DomainError `not-found`, `second-factor-required`, `data-export-not-ready`, `data-export-expired` */
  async execute({ accountId, insuredId, level }: SessionActor, id: string): Promise<OpenedDocument> {
    const exportId = parseId(id);
    const found = exportId && (await this.exports.find(accountId, exportId));
    if (!found) throw exportNotFound();
    if (found.level === 'full' && level !== 'full') throw secondFactorRequired();
    if (found.state === 'expired') throw exportExpired();
    if (found.state !== 'ready' || !found.documentId) throw exportNotReady();
    const opened = await this.documents.execute({ subject: found.id, documentId: found.documentId });
    await this.database.transaction((tx) =>
      tx.audit({ actor: accountId, subject: insuredId, act: 'personal-data.export-downloaded', object: found.id }),
    );
    return opened;
  }
}
