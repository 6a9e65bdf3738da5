import { Injectable } from '@nestjs/common';
import { parseId } from '@of/kernel';
import { type SessionActor } from '@of/platform';
import type { DataExport } from '../domain/data-export';
import { exportNotFound } from '../domain/data-export.errors';
import { DataExportRepository } from '../persistence/data-export.repository';

const MOST = 10;

/** A member's exports, and how far each is. */
@Injectable()
export class ReadDataExports {
  constructor(private readonly exports: DataExportRepository) {}

  list({ accountId }: SessionActor): Promise<DataExport[]> {
    return this.exports.list(accountId, MOST);
  }

  /** @throws DomainError `not-found` */
  async get({ accountId }: SessionActor, id: string): Promise<DataExport> {
    const exportId = parseId(id);
    const found = exportId && (await this.exports.find(accountId, exportId));
    if (!found) throw exportNotFound();
    return found;
  }
}
