import { Injectable } from '@nestjs/common';
import { AccountLifeRepository } from '@of/identity';
import { TakeCoverChanges } from '@of/membership';
import { Database, type Tx } from '@of/platform';
import { accountReactivated } from '../domain/registration.events';
import { BATCH } from './batch';
import { CoverCalendar } from './cover-calendar';

/**
 * Takes over how cover stands after an import, a batch at a time: each account knows the last day of its owner's cover,
 * and one that was deactivated opens again. Several runs at once share the work.
 */
@Injectable()
export class SynchroniseCover {
  constructor(
    private readonly database: Database,
    private readonly changes: TakeCoverChanges,
    private readonly accounts: AccountLifeRepository,
    private readonly calendar: CoverCalendar,
  ) {}

  async execute(): Promise<void> {
    const { rules } = await this.calendar.today();
    let taken = BATCH;
    while (taken > 0) taken = await this.database.transaction((tx) => this.takeBatch(tx, rules.waitingDays));
  }

  private async takeBatch(tx: Tx, waitingDays: number): Promise<number> {
    const covers = await this.changes.execute(tx, BATCH);
    if (covers.length === 0) return 0;
    await this.accounts.setCoverEnds(tx, covers);
    const people = covers.map(({ insuredId }) => insuredId);
    const reopened = await this.accounts.reactivateCovered(tx, people, waitingDays);
    if (reopened.length > 0) {
      await tx.auditAll(
        reopened.map(({ accountId, insuredId }) => ({
          actor: 'system',
          subject: insuredId,
          act: 'registration.account-reactivated',
          object: accountId,
        })),
      );
      await tx.publishAll(reopened.map(({ accountId }) => ({ name: accountReactivated, payload: { accountId } })));
    }
    return covers.length;
  }
}
