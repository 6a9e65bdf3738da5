import { Injectable } from '@nestjs/common';
import { RequestApproval, type Approval } from '@of/approval';
import {
  AccountLocks,
  AccountRepository,
  Devices,
  PasswordCheck,
  SentCodes,
  parseEmail,
  parseMobile,
} from '@of/identity';
import { Database, type SessionActor } from '@of/platform';

interface Wish {
  kind: 'email' | 'mobile';
  value: string;
  password: string;
}

/** What protects an account while a contact is about to change. */
@Injectable()
export class ContactProtection {
  constructor(
    private readonly passwords: PasswordCheck,
    private readonly codes: SentCodes,
    readonly accounts: AccountRepository,
    readonly devices: Devices,
    readonly locks: AccountLocks,
  ) {}

  /** @throws DomainError with field code `password-wrong`; `too-many-requests` */
  async confirm(actor: SessionActor, password: string): Promise<void> {
    await this.passwords.confirm(actor.accountId, password);
    await this.codes.assertMayOrder(actor.accountId);
  }
}

/**
 * A member names an e-mail address or a mobile number. It counts only once the code that goes there was entered. Where a
 * device is bound, it comes first: the code goes out when the change was released (D7).
 */
@Injectable()
export class RequestContact {
  constructor(
    private readonly database: Database,
    private readonly protection: ContactProtection,
    private readonly codes: SentCodes,
    private readonly approvals: RequestApproval,
  ) {}

  /**
   * @returns the approval that waits for its release; null when the code is on its way
   * @throws DomainError with field code `email-format` or `password-wrong`; `too-many-requests`, `recently-recovered`
   */
  async email(actor: SessionActor, command: { email: string; password: string }): Promise<Approval | null> {
    return this.request(actor, { kind: 'email', value: parseEmail(command.email), password: command.password });
  }

  /**
   * @returns the approval that waits for its release; null when the code is on its way
   * @throws DomainError with field code `mobile-format` or `password-wrong`; `too-many-requests`
   */
  async mobile(actor: SessionActor, command: { mobile: string; password: string }): Promise<Approval | null> {
    return this.request(actor, { kind: 'mobile', value: parseMobile(command.mobile), password: command.password });
  }

  private async request(actor: SessionActor, { kind, value, password }: Wish): Promise<Approval | null> {
    const { accountId, insuredId } = actor;
    const { accounts, devices, locks } = this.protection;
    await this.protection.confirm(actor, password);
    const isProtected = await this.database.transaction(async (tx) => {
      // Held, so that no device is bound between looking and ordering.
      await accounts.lock(tx, accountId);
      if (actor.nextStep === null && (await devices.hasActive(accountId, tx))) {
        if (kind === 'email') await locks.assertNotFrozen(tx, accountId);
        return true;
      }
      const purpose = `confirm-${kind}` as const;
      const id = await this.codes.order(tx, { accountId, purpose, target: value });
      const act = 'personal-data.contact-requested';
      await tx.audit({ actor: accountId, subject: insuredId, act, object: id, details: { purpose } });
      return false;
    });
    return isProtected ? this.approvals.execute(actor, `${kind}-change`, { value }) : null;
  }
}
