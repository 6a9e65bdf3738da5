import { Injectable } from '@nestjs/common';
import { Database, type SessionActor } from '@of/platform';
import { approvalClosed } from '../domain/approval.errors';
import { EndApprovals } from './end-approvals';
import { ListApprovals } from './list-approvals.query';

/** The member withdraws what they asked for. */
@Injectable()
export class CancelApproval {
  constructor(
    private readonly database: Database,
    private readonly approvals: ListApprovals,
    private readonly endings: EndApprovals,
  ) {}

  /** @throws DomainError `not-found`, `approval-closed` */
  async execute(actor: SessionActor, id: string): Promise<void> {
    const approval = await this.approvals.getOne(actor.accountId, id);
    const count = await this.database.transaction((tx) =>
      this.endings.cancel(tx, actor.accountId, { id: approval.id }),
    );
    if (count === 0) throw approvalClosed();
  }
}
