import { Injectable } from '@nestjs/common';
import { parseId } from '@of/kernel';
import type { ApprovalStatus } from '../domain/approval-status';
import { approvalNotFound } from '../domain/approval.errors';
import { ApprovalRepository, type Approval } from '../persistence/approval.repository';

/** Approvals of one account. */
@Injectable()
export class ListApprovals {
  constructor(private readonly approvals: ApprovalRepository) {}

  execute(accountId: string, status: ApprovalStatus | undefined, limit: number): Promise<Approval[]> {
    return this.approvals.list(accountId, { status, limit });
  }

  /** @throws DomainError `not-found`, also for an approval of somebody else */
  async getOne(accountId: string, id: string): Promise<Approval> {
    const approvalId = parseId<'Approval'>(id);
    const approval = approvalId && (await this.approvals.find(accountId, approvalId));
    if (!approval) throw approvalNotFound();
    return approval;
  }

  /**
   * An approval that was seen before, as it stands now. Deleting the account takes its approvals along: that this one is
   * gone says that it was released.
   * @throws DomainError `not-found` for every other one that is gone
   */
  async getAgain(last: Approval): Promise<Approval> {
    const approval = await this.approvals.find(last.accountId, last.id);
    if (approval) return approval;
    if (last.action === 'account-deletion') return { ...last, status: 'approved' };
    throw approvalNotFound();
  }
}
