import { Injectable } from '@nestjs/common';
import { EraseDocument } from '@of/documents';
import { Clock, DateOnly } from '@of/kernel';
import { Database } from '@of/platform';
import { exportRulesOn } from '../domain/data-export';
import { exportOrdered } from '../domain/data-export.events';
import { DataExportRepository } from '../persistence/data-export.repository';

/** Erases exports whose time is over, and has those made anew that nobody works on any more. */
@Injectable()
export class TidyDataExports {
  constructor(
    private readonly database: Database,
    private readonly exports: DataExportRepository,
    private readonly documents: EraseDocument,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    while ((await this.eraseSome()) > 0);
    const { silentMinutes } = exportRulesOn(DateOnly.fromInstant(this.clock.now()));
    await this.database.transaction(async (tx) => {
      const lost = await this.exports.orderLostAnew(tx, silentMinutes);
      if (lost.length > 0) await tx.publishAll(lost.map(exportOrdered));
    });
  }

  private eraseSome(): Promise<number> {
    return this.database.transaction(async (tx) => {
      const expired = await this.exports.takeExpired(tx);
      for (const { id, insuredId, documentId } of expired) {
        await this.documents.execute(tx, { subject: id, documentId });
        await tx.audit({ actor: 'system', subject: insuredId, act: 'personal-data.export-erased', object: id });
      }
      return expired.length;
    });
  }
}
