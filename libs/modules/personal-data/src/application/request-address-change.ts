import { Injectable } from '@nestjs/common';
import { RequestApproval, type Approval } from '@of/approval';
import { AccountLocks } from '@of/identity';
import { Clock, DateOnly, ValidationError, parseId } from '@of/kernel';
import { parseAddress } from '@of/membership';
import { Database, SubjectAccess, type SessionActor } from '@of/platform';
import { MOVE_DAYS } from '../domain/change';
import { moveOutOfRange, personUnknown } from '../domain/personal-data.errors';

/** A member gives a new address, from today or another day on. Nothing changes before it is released on a device. */
@Injectable()
export class RequestAddressChange {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly locks: AccountLocks,
    private readonly approvals: RequestApproval,
    private readonly access: SubjectAccess,
  ) {}

  /**
   * @param command.validFrom first day at the new address, `YYYY-MM-DD`; today when missing
   * @param command.alsoFor children who move, too
   * @throws ValidationError; DomainError `second-factor-required`, `recently-recovered`, `too-many-requests`
   */
  async execute(
    actor: SessionActor,
    command: { validFrom?: string; alsoFor?: string[] } & Record<string, unknown>,
  ): Promise<Approval> {
    const { validFrom, alsoFor = [], ...address } = command;
    const children = await this.readChildren(actor, alsoFor);
    const payload = {
      address: parseAddress(address),
      validFrom: String(this.readDay(validFrom)),
      ...(children.length > 0 && { alsoFor: children }),
    };
    await this.database.transaction((tx) => this.locks.assertNotFrozen(tx, actor.accountId));
    return this.approvals.execute(actor, 'address-change', payload);
  }

  /** Whoever is named twice moves once; the member moves anyway. */
  private async readChildren({ insuredId }: SessionActor, named: string[]): Promise<string[]> {
    if (named.length === 0) return [];
    const allowed = await this.access.allowedSubjects(insuredId);
    const children = named.map((input, index) => {
      const id = parseId(input);
      if (!id || id === insuredId || !allowed.includes(id)) throw personUnknown(index);
      return id;
    });
    return [...new Set(children)];
  }

  private readDay(validFrom: string | undefined): DateOnly {
    const today = this.clock.today();
    if (validFrom === undefined) return today;
    const day = DateOnly.tryParse(validFrom);
    if (!day.ok) throw new ValidationError([{ pointer: '/validFrom', code: day.code }]);
    if (Math.abs(today.daysUntil(day.value)) > MOVE_DAYS) throw moveOutOfRange();
    return day.value;
  }
}
