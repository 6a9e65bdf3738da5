import { Injectable } from '@nestjs/common';
import { AccountMails, AccountRepository } from '@of/identity';
import { Database, EventListener, TryCounter, type ReceivedEvent } from '@of/platform';
import { registrationRefused } from '../domain/registration.events';

/** One notice a day is enough: somebody who tries again and again must not fill a mailbox. */
const oneADay = { surface: 'registration.notice', tries: 1, windowSeconds: 24 * 3600 };

/** Somebody registers a person who has an account: its owner hears of it by mail, never the one at the keyboard. */
@Injectable()
export class WhenRegistrationRefusedTellTheOwner extends EventListener {
  readonly event = registrationRefused;

  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly mails: AccountMails,
    private readonly counter: TryCounter,
  ) {
    super();
  }

  async handle({ payload }: ReceivedEvent): Promise<void> {
    const accountId = payload['accountId'];
    if (typeof accountId !== 'string') return;
    const account = await this.accounts.findById(accountId);
    if (!account || account.state !== 'active') return;
    if (!(await this.counter.count(oneADay, accountId)).isAllowed) return;
    await this.database.transaction((tx) => this.mails.registrationTried(tx, account));
  }
}
