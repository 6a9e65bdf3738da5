import { Injectable } from '@nestjs/common';
import { Database, EventListener, type ReceivedEvent } from '@of/platform';
import { EndApprovals } from '../application/end-approvals';

/** A locked account cannot release anything; what waits for it goes away. */
@Injectable()
export class WhenAccountLockedCancelItsApprovals extends EventListener {
  readonly event = 'identity.account-locked';

  constructor(
    private readonly database: Database,
    private readonly endings: EndApprovals,
  ) {
    super();
  }

  async handle({ payload }: ReceivedEvent): Promise<void> {
    await this.database.transaction((tx) => this.endings.cancel(tx, String(payload['accountId'])));
  }
}
