import { Injectable } from '@nestjs/common';
import { type Tx } from '@of/platform';
import { ApprovalRepository, type EndedRow } from '../persistence/approval.repository';

/** Which approvals of an account are meant; all that wait when nothing is named. */
export interface ApprovalSelection {
  id?: string;
  sessionId?: string;
  action?: string;
}

/** Ends approvals that nobody decided. */
@Injectable()
export class EndApprovals {
  constructor(private readonly approvals: ApprovalRepository) {}

  /** @returns how many were withdrawn */
  async cancel(tx: Tx, accountId: string, selection: ApprovalSelection = {}): Promise<number> {
    return this.close(tx, await this.approvals.cancel(tx, accountId, selection), 'cancelled');
  }

  /** Tidies what ran out; what an approval may still do never depends on it. */
  async expire(tx: Tx, accountId: string | null = null, limit = 100): Promise<number> {
    return this.close(tx, await this.approvals.expire(tx, accountId, limit), 'expired');
  }

  private async close(tx: Tx, rows: EndedRow[], status: 'cancelled' | 'expired'): Promise<number> {
    for (const { action, ...approval } of rows) {
      await tx.audit({
        actor: 'system',
        subject: approval.insuredId,
        act: `approval.${status}`,
        object: approval.id,
        details: { action },
      });
    }
    return rows.length;
  }
}
