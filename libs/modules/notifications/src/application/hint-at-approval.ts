import { Injectable } from '@nestjs/common';
import { OpenApprovals } from '@of/approval';
import { Database } from '@of/platform';
import { ToldEventRepository } from '../persistence/told-event.repository';
import { PushHints } from './push-hints';

/** Something waits for a release: the member's devices are told to look, once for each approval. */
@Injectable()
export class HintAtApproval {
  constructor(
    private readonly database: Database,
    private readonly approvals: OpenApprovals,
    private readonly told: ToldEventRepository,
    private readonly hints: PushHints,
  ) {}

  async execute(eventId: string, { accountId, approvalId }: { accountId: string; approvalId: string }): Promise<void> {
    if ((await this.approvals.secondsLeft(accountId, approvalId)) === null) return;
    await this.database.transaction(async (tx) => {
      if (await this.told.remember(tx, eventId))
        await this.hints.queue(tx, accountId, { kind: 'approval', approvalId });
    });
  }
}
