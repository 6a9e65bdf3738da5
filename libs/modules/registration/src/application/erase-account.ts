import { Injectable } from '@nestjs/common';
import { EndApprovals } from '@of/approval';
import { AccountLifeRepository, type AccountOwner } from '@of/identity';
import { PersonalDataSources, type Kept, type Tx } from '@of/platform';
import { ErasureMail } from './erasure-mail';

/** Why an account goes: its owner wants it, it waited in vain for new cover, or nobody finished the registration. */
export type ErasureCause = 'deleted' | 'expired' | 'unfinished';

/**
 * Erases an account with everything that belongs to it, in every room, in the caller's transaction. Afterwards the person
 * can register anew. What stays and why is told to the address that goes with the account.
 */
@Injectable()
export class EraseAccount {
  constructor(
    private readonly accounts: AccountLifeRepository,
    private readonly approvals: EndApprovals,
    private readonly sources: PersonalDataSources,
    private readonly mail: ErasureMail,
  ) {}

  /** @returns what stays and why; null when the account was gone before */
  async execute(tx: Tx, owner: AccountOwner, cause: ErasureCause): Promise<Kept[] | null> {
    const recipient = await this.accounts.hold(tx, owner.accountId);
    if (!recipient) return null;
    await this.approvals.cancel(tx, owner.accountId);
    const kept = await this.sources.erase(tx, owner);
    await tx.audit({
      actor: cause === 'deleted' ? owner.accountId : 'system',
      subject: owner.insuredId,
      act: 'registration.account-erased',
      object: owner.accountId,
      details: { cause },
    });
    if (recipient.email) await this.mail.queue(tx, recipient.email, recipient.language, { cause, kept });
    return kept;
  }
}
