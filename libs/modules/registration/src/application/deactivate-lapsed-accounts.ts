import { Injectable } from '@nestjs/common';
import { EndApprovals } from '@of/approval';
import { AccountLifeRepository } from '@of/identity';
import { Database, type Tx } from '@of/platform';
import { accountDeactivated } from '../domain/registration.events';
import { BATCH } from './batch';
import { CoverCalendar } from './cover-calendar';

/**
 * Closes the accounts whose waiting time is over. Work follows the accounts that are due, not all there are; running twice
 * or at once closes each account once.
 */
@Injectable()
export class DeactivateLapsedAccounts {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountLifeRepository,
    private readonly approvals: EndApprovals,
    private readonly calendar: CoverCalendar,
  ) {}

  async execute(): Promise<void> {
    const { rules } = await this.calendar.today();
    let closed = BATCH;
    while (closed > 0) closed = await this.database.transaction((tx) => this.closeBatch(tx, rules.waitingDays));
  }

  private async closeBatch(tx: Tx, waitingDays: number): Promise<number> {
    const owners = await this.accounts.deactivateLapsed(tx, waitingDays, BATCH);
    if (owners.length === 0) return 0;
    const accountIds = owners.map(({ accountId }) => accountId);
    // Only a running session can have asked for an approval that still waits.
    for (const accountId of await this.accounts.endSessions(tx, accountIds, 'deactivated')) {
      await this.approvals.cancel(tx, accountId);
    }
    await tx.auditAll(
      owners.map(({ accountId, insuredId }) => ({
        actor: 'system',
        subject: insuredId,
        act: 'registration.account-deactivated',
        object: accountId,
        details: { reason: 'cover-ended' },
      })),
    );
    await tx.publishAll(accountIds.map((accountId) => ({ name: accountDeactivated, payload: { accountId } })));
    return owners.length;
  }
}
