import { Inject, Injectable } from '@nestjs/common';
import { StoreDocument } from '@of/documents';
import { Clock, DateOnly, newId } from '@of/kernel';
import { Database, LOGGER, ZipArchive } from '@of/platform';
import { type Logger } from 'pino';
import { exportRulesOn } from '../domain/data-export';
import { exportReady } from '../domain/data-export.events';
import { DataExportRepository, type ClaimedExport } from '../persistence/data-export.repository';
import { FillDataExport } from './fill-data-export';

/** The run was overtaken by another, or the account is gone: what it made is not wanted any more. */
class NotWanted extends Error {}

/**
 * Makes an ordered export: walks through all places where data of the member lies and writes a ZIP that is sealed while it
 * grows. However much there is, memory holds a page of rows and a piece of one document. Running it twice makes one export.
 */
@Injectable()
export class BuildDataExport {
  constructor(
    private readonly database: Database,
    private readonly exports: DataExportRepository,
    private readonly fill: FillDataExport,
    private readonly documents: StoreDocument,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async execute(exportId: string): Promise<void> {
    const { silentMinutes } = exportRulesOn(DateOnly.fromInstant(this.clock.now()));
    const runId = newId();
    const claimed = await this.exports.claim(exportId, runId, silentMinutes);
    if (!claimed) return;
    const { mostTries } = exportRulesOn(DateOnly.parse(claimed.madeOn));
    if (claimed.tries > mostTries) {
      // Its runs did not even break: they took their workers along.
      this.logger.error({ exportId, tries: claimed.tries }, 'an export was given up');
      await this.exports.giveBack(exportId, runId, 'failed');
      return;
    }
    try {
      await this.build(claimed, runId);
    } catch (error) {
      if (error instanceof NotWanted) return;
      const isOver = claimed.tries >= mostTries;
      this.logger.error({ err: error, exportId, tries: claimed.tries }, 'an export could not be made');
      await this.exports.giveBack(exportId, runId, isOver ? 'failed' : 'ordered');
      if (!isOver) throw error; // the outbox tries again
    }
  }

  private async build(claimed: ClaimedExport, runId: string): Promise<void> {
    const { id, accountId, madeOn } = claimed;
    const archive = new ZipArchive();
    const progressed = async (done: number, total: number): Promise<void> => {
      if (!(await this.exports.beat(id, runId, { done, total }))) throw new NotWanted();
    };
    let fault: Error | undefined;
    const filling = this.fill.execute(archive, claimed, progressed).then(
      () => archive.end(),
      (error: Error) => {
        fault = error;
        archive.fail(error);
      },
    );
    try {
      const written = await this.documents.write(archive.output);
      await this.database.transaction(async (tx) => {
        const { documentId, size } = written;
        const { keptDays } = exportRulesOn(DateOnly.parse(madeOn));
        if (!(await this.exports.finish(tx, { id, runId }, { documentId, size, keptDays }))) return;
        const title = `Meine Daten ${madeOn}`;
        await this.documents.insert(tx, written, { subject: id, title, mediaType: 'application/zip' });
        await tx.audit({ actor: 'system', subject: claimed.insuredId, act: 'personal-data.export-made', object: id });
        await tx.publish(exportReady(accountId, id));
      });
    } catch (error) {
      archive.fail(error as Error);
      await filling;
      throw fault ?? error;
    }
  }
}
