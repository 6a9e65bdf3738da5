import { Injectable } from '@nestjs/common';
import { AccountLifeRepository } from '@of/identity';
import { Database, type Tx } from '@of/platform';
import { KEEP_UNFINISHED_DAYS } from '../domain/eligibility';
import { BATCH } from './batch';
import { EraseAccount } from './erase-account';

/** Erases registrations nobody finished. */
@Injectable()
export class RemoveUnfinished {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountLifeRepository,
    private readonly eraseAccount: EraseAccount,
  ) {}

  async execute(): Promise<void> {
    let removed = BATCH;
    while (removed === BATCH) removed = await this.database.transaction((tx) => this.removeBatch(tx));
  }

  private async removeBatch(tx: Tx): Promise<number> {
    const owners = await this.accounts.holdUnfinished(tx, KEEP_UNFINISHED_DAYS, BATCH);
    for (const owner of owners) await this.eraseAccount.execute(tx, owner, 'unfinished');
    return owners.length;
  }
}
