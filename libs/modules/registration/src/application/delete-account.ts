import { Injectable } from '@nestjs/common';
import { RequestApproval, type Approval } from '@of/approval';
import { AccountRepository, Devices, PasswordCheck } from '@of/identity';
import { Database, type SessionActor } from '@of/platform';
import { EraseAccount } from './erase-account';

/** A member gives up the account. Where a device is bound, the device has the last word. */
@Injectable()
export class DeleteAccount {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly passwords: PasswordCheck,
    private readonly devices: Devices,
    private readonly approvals: RequestApproval,
    private readonly eraseAccount: EraseAccount,
  ) {}

  /**
   * @returns the approval that waits for its release; null when the account is gone
   * @throws DomainError with field code `password-wrong`; `second-factor-required` when a device is bound and this session
   *   was not confirmed on it; `too-many-requests`
   */
  async execute(actor: SessionActor, password: string): Promise<Approval | null> {
    const { id: accountId, insuredId } = await this.passwords.confirm(actor.accountId, password);
    const isProtected = await this.database.transaction(async (tx) => {
      await this.accounts.lock(tx, accountId);
      if (await this.devices.hasActive(accountId, tx)) return true;
      await this.eraseAccount.execute(tx, { accountId, insuredId }, 'deleted');
      return false;
    });
    return isProtected ? this.approvals.execute(actor, 'account-deletion', {}) : null;
  }
}
