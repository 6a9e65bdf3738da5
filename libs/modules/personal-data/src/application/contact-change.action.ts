import { Injectable } from '@nestjs/common';
import { ProtectedAction, type ApprovalLine, type ApprovalOwner, type ReleasedApproval } from '@of/approval';
import { AccountLocks, ContactRepository, SentCodes } from '@of/identity';
import { type Tx } from '@of/platform';

export interface ContactPayload {
  value: string;
}

const words = {
  email: { de: 'E-Mail-Adresse', en: 'E-mail address' },
  mobile: { de: 'Mobilnummer', en: 'Mobile number' },
};

/**
 * Another e-mail address or mobile number, released on a device. Released, a code goes there; it counts once that was
 * entered.
 */
@Injectable()
abstract class ContactChangeAction extends ProtectedAction<ContactPayload> {
  protected abstract readonly kind: 'email' | 'mobile';

  constructor(
    private readonly contacts: ContactRepository,
    private readonly codes: SentCodes,
    protected readonly locks: AccountLocks,
  ) {
    super();
  }

  async describe({ value }: ContactPayload, { accountId, language }: ApprovalOwner): Promise<ApprovalLine[]> {
    const { [this.kind]: present } = await this.contacts.read(accountId);
    const from = present?.verified ? { from: present.value } : {};
    return [{ label: words[this.kind][language], ...from, to: value }];
  }

  async apply(tx: Tx, { value }: ContactPayload, { accountId, insuredId }: ReleasedApproval): Promise<void> {
    const purpose = `confirm-${this.kind}` as const;
    const id = await this.codes.order(tx, { accountId, purpose, target: value });
    await tx.audit({
      actor: accountId,
      subject: insuredId,
      act: 'personal-data.contact-requested',
      object: id,
      details: { purpose },
    });
  }
}

@Injectable()
export class EmailChangeAction extends ContactChangeAction {
  readonly type = 'email-change';
  protected readonly kind = 'email';

  override async apply(tx: Tx, payload: ContactPayload, approval: ReleasedApproval): Promise<void> {
    await this.locks.assertNotFrozen(tx, approval.accountId);
    await super.apply(tx, payload, approval);
  }
}

@Injectable()
export class MobileChangeAction extends ContactChangeAction {
  readonly type = 'mobile-change';
  protected readonly kind = 'mobile';
}
