import { Injectable } from '@nestjs/common';
import { AccountLifeRepository } from '@of/identity';
import { DateOnly } from '@of/kernel';
import { CoverCalendar } from './cover-calendar';

export interface AccessEnd {
  /** Last day of cover. */
  coverEndedOn: DateOnly;
  /** Last day on which the member can log in. */
  accessEndsOn: DateOnly;
}

/** Whether the access is about to close because cover has ended. */
@Injectable()
export class ReadAccessEnd {
  constructor(
    private readonly accounts: AccountLifeRepository,
    private readonly calendar: CoverCalendar,
  ) {}

  /** @returns null while the member is insured */
  async execute(accountId: string): Promise<AccessEnd | null> {
    const endsOn = await this.accounts.getCoverEnd(accountId);
    const { day, rules } = await this.calendar.today();
    if (!endsOn || endsOn >= day.toString()) return null;
    const coverEndedOn = DateOnly.parse(endsOn);
    return { coverEndedOn, accessEndsOn: coverEndedOn.addDays(rules.waitingDays) };
  }
}
