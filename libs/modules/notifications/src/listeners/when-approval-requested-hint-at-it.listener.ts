import { Injectable } from '@nestjs/common';
import { EventListener, type ReceivedEvent } from '@of/platform';
import { HintAtApproval } from '../application/hint-at-approval';

@Injectable()
export class WhenApprovalRequestedHintAtIt extends EventListener {
  readonly event = 'approval.requested';

  constructor(private readonly hintAtApproval: HintAtApproval) {
    super();
  }

  async handle({ id, payload }: ReceivedEvent): Promise<void> {
    const { accountId, approvalId } = payload;
    await this.hintAtApproval.execute(id, { accountId: String(accountId), approvalId: String(approvalId) });
  }
}
