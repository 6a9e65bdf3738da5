import { Injectable } from '@nestjs/common';
import { AccountRepository } from '@of/identity';
import { DateOnly, newId } from '@of/kernel';
import { Database, violatedConstraint, type SessionActor, type Tx } from '@of/platform';
import { exportRulesOn, type DataExportId } from '../domain/data-export';
import { exportsExhausted, exportUnderWay } from '../domain/data-export.errors';
import { exportOrdered } from '../domain/data-export.events';
import { DataExportRepository } from '../persistence/data-export.repository';

/** A member orders everything that we have stored about them; how much of it, the session's level decides now. */
@Injectable()
export class OrderDataExport {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly exports: DataExportRepository,
  ) {}

  /** @throws DomainError `data-export-under-way`, `too-many-requests` */
  async execute(actor: SessionActor): Promise<DataExportId> {
    const id = newId<'DataExport'>();
    try {
      await this.database.transaction((tx) => this.order(tx, actor, id));
    } catch (error) {
      throw violatedConstraint(error) === 'data_export_one_at_a_time' ? exportUnderWay() : error;
    }
    return id;
  }

  private async order(tx: Tx, { accountId, insuredId, level }: SessionActor, id: DataExportId): Promise<void> {
    await this.accounts.lock(tx, accountId);
    const [row] = await tx.query<{ today: string }>(`SELECT platform.today()::text AS today`);
    const { mostADay } = exportRulesOn(DateOnly.parse(row?.today));
    const { count, seconds } = await this.exports.countToday(tx, accountId);
    const language = await this.accounts.getLanguage(tx, accountId);
    await this.exports.insert(tx, { id, accountId, insuredId, level, language });
    if (count >= mostADay) throw exportsExhausted(seconds);
    await tx.audit({
      actor: accountId,
      subject: insuredId,
      act: 'personal-data.export-ordered',
      object: id,
      details: { level },
    });
    await tx.publish(exportOrdered(id));
  }
}
