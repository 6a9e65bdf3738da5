import { Injectable } from '@nestjs/common';
import { ApprovalRepository } from '../persistence/approval.repository';

/** What still waits, for the rooms that point at it. */
@Injectable()
export class OpenApprovals {
  constructor(private readonly approvals: ApprovalRepository) {}

  /** Seconds that the member still has; null when it was decided, withdrawn or ran out. */
  secondsLeft(accountId: string, approvalId: string): Promise<number | null> {
    return this.approvals.secondsLeft(accountId, approvalId);
  }
}
