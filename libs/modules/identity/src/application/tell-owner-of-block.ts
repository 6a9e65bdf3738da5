import { Injectable } from '@nestjs/common';
import { Database, TryCounter } from '@of/platform';
import { AccountRepository } from '../persistence/account.repository';
import { AccountMails } from './account-mails';

/** One mail a day is enough: whoever guesses must not fill the owner's mailbox. */
const oneADay = { surface: 'identity.block-notice', tries: 1, windowSeconds: 24 * 3600 };

/** The notice that tries to log in were blocked (C4). */
@Injectable()
export class TellOwnerOfBlock {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly mails: AccountMails,
    private readonly counter: TryCounter,
  ) {}

  async execute(accountId: string): Promise<void> {
    const account = await this.accounts.findById(accountId);
    if (!account?.email) return;
    if (!(await this.counter.count(oneADay, accountId)).isAllowed) return;
    await this.database.transaction((tx) => this.mails.loginBlocked(tx, account));
  }
}
