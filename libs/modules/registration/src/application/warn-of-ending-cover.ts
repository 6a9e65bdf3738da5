import { Injectable } from '@nestjs/common';
import { AccountLifeRepository } from '@of/identity';
import { Database, type Tx } from '@of/platform';
import { warningsOf, type CoverRules } from '../domain/cover-rules';
import { coverEnding } from '../domain/registration.events';
import { BATCH } from './batch';
import { CoverCalendar } from './cover-calendar';

/** Tells members whose cover has ended that their access will close: on the first day, and a week before. */
@Injectable()
export class WarnOfEndingCover {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountLifeRepository,
    private readonly calendar: CoverCalendar,
  ) {}

  /** Who is due for the last warning does not get the first one as well. */
  async execute(): Promise<void> {
    const { rules } = await this.calendar.today();
    for (const due of warningsOf(rules)) {
      let warned = BATCH;
      while (warned > 0) warned = await this.database.transaction((tx) => this.warnBatch(tx, due, rules));
    }
  }

  private async warnBatch(tx: Tx, due: ReturnType<typeof warningsOf>[number], rules: CoverRules): Promise<number> {
    const owners = await this.accounts.markWarned(tx, {
      warning: due.number,
      days: due.days,
      waitingDays: rules.waitingDays,
      limit: BATCH,
    });
    if (owners.length === 0) return 0;
    const { warning } = due;
    await tx.auditAll(
      owners.map(({ accountId, insuredId }) => ({
        actor: 'system',
        subject: insuredId,
        act: 'registration.cover-ending',
        object: accountId,
        details: { warning },
      })),
    );
    await tx.publishAll(owners.map(({ accountId }) => ({ name: coverEnding, payload: { accountId, warning } })));
    return owners.length;
  }
}
