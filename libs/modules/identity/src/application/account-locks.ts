import { Injectable } from '@nestjs/common';
import { type Tx } from '@of/platform';
import { FREEZE_HOURS } from '../domain/device';
import { recentlyRecovered } from '../domain/device.errors';
import { accountLocked } from '../domain/device.events';
import { AccountRepository } from '../persistence/account.repository';
import { SessionRepository } from '../persistence/session.repository';

/** What an account may not do for the time being. */
@Injectable()
export class AccountLocks {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
  ) {}

  /** Nobody gets in, nothing is released, what runs ends. */
  async lock(tx: Tx, owner: { accountId: string; insuredId: string }, reason: string): Promise<void> {
    await this.accounts.setLock(tx, owner.accountId, reason);
    await this.sessions.endOthers(tx, owner.accountId, null, 'locked');
    await tx.audit({ actor: 'system', subject: owner.insuredId, act: 'identity.account-locked', details: { reason } });
    await tx.publish(accountLocked(owner.accountId));
  }

  async unlock(tx: Tx, owner: { accountId: string; insuredId: string }): Promise<void> {
    await this.accounts.setLock(tx, owner.accountId, null);
    await tx.audit({ actor: 'system', subject: owner.insuredId, act: 'identity.account-unlocked' });
  }

  isLocked(tx: Tx, accountId: string): Promise<boolean> {
    return this.accounts.isLocked(tx, accountId);
  }

  /** After a new device by a letter alone, the data a thief would change stay as they are for a day (S20). */
  async freeze(tx: Tx, accountId: string): Promise<void> {
    await tx.query(
      `UPDATE identity.account SET sensitive_frozen_until = platform.now() + interval '${FREEZE_HOURS} hours'
        WHERE id = $1`,
      [accountId],
    );
  }

  /** @throws DomainError `recently-recovered` while the day runs */
  async assertNotFrozen(tx: Tx, accountId: string): Promise<void> {
    const [frozen] = await tx.query<{ until: Date }>(
      `SELECT sensitive_frozen_until AS until FROM identity.account
        WHERE id = $1 AND sensitive_frozen_until > platform.now()`,
      [accountId],
    );
    if (frozen) throw recentlyRecovered(frozen.until);
  }
}
