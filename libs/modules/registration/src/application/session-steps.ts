import { Injectable } from '@nestjs/common';
import { ListDueDocuments } from '@of/consent';
import {
  AccountLifeRepository,
  AccountRepository,
  ContactRepository,
  LoginCondition,
  SessionStep,
  insuranceEnded,
} from '@of/identity';
import { type DomainError } from '@of/kernel';
import { HasCover } from '@of/membership';
import { type Tx } from '@of/platform';
import { CoverCalendar } from './cover-calendar';

type Owner = { accountId: string; insuredId: string };

/** Until the posted code was entered, nobody knows who sits at the keyboard. */
@Injectable()
export class ActivateStep extends SessionStep {
  readonly step = 'activate';

  constructor(private readonly accounts: AccountRepository) {
    super();
  }

  isDue(tx: Tx, { accountId }: Owner): Promise<boolean> {
    return this.accounts.isApplied(tx, accountId);
  }
}

/** Terms and privacy notice, at the first login and whenever a new version was published. */
@Injectable()
export class AcceptTermsStep extends SessionStep {
  readonly step = 'accept-terms';

  constructor(private readonly due: ListDueDocuments) {
    super();
  }

  async isDue(tx: Tx, { accountId }: Owner): Promise<boolean> {
    return (await this.due.execute(accountId, tx)).length > 0;
  }
}

/** E-mail and mobile number, so that a forgotten password does not need a letter. */
@Injectable()
export class ConfirmContactStep extends SessionStep {
  readonly step = 'confirm-contact';

  constructor(private readonly contacts: ContactRepository) {
    super();
  }

  async isDue(tx: Tx, { accountId }: Owner): Promise<boolean> {
    return !(await this.contacts.isComplete(tx, accountId));
  }
}

/** Nobody comes in any more when the cover ended and the waiting time is over, or while the account is deactivated. */
@Injectable()
export class CoverCondition extends LoginCondition {
  constructor(
    private readonly cover: HasCover,
    private readonly accounts: AccountLifeRepository,
    private readonly calendar: CoverCalendar,
  ) {
    super();
  }

  async refusal({ accountId, insuredId }: Owner): Promise<DomainError | null> {
    const { rules } = await this.calendar.today();
    const isOpen =
      (await this.cover.execute(insuredId, rules.waitingDays)) && !(await this.accounts.isDeactivated(accountId));
    return isOpen ? null : insuranceEnded();
  }
}
