import { Injectable } from '@nestjs/common';
import { DeviceAssertions } from '@of/identity';
import { parseId } from '@of/kernel';
import { Database, TryCounter, type DeviceActor } from '@of/platform';
import { isClosed } from '../domain/approval-status';
import { approvalClosed, approvalNotFound, matchNumberWrong, tooManyApprovals } from '../domain/approval.errors';
import { NUMBER_TRIES } from '../domain/approval-limits';
import { ApprovalRepository, type Approval } from '../persistence/approval.repository';
import { CloseApproval, type DeclineReason } from './close-approval';

const numberLimit = { surface: 'approval.number', tries: NUMBER_TRIES, windowSeconds: 3600 };
const assertionLimit = { surface: 'approval.assertion', tries: 10, windowSeconds: 300 };

export interface Decision {
  decision: 'approve' | 'decline';
  matchNumber: string;
  /** Assertion of the device over the approval's challenge; needed to approve. */
  credential?: unknown;
  /** "That was not me". */
  reason?: 'not-me';
}

/**
 * The member's answer on a device. Numbers and assertions are counted before they are looked at; the third wrong number
 * refuses the request for good. Approving and doing are one transaction.
 */
@Injectable()
export class DecideApproval {
  constructor(
    private readonly database: Database,
    private readonly approvals: ApprovalRepository,
    private readonly assertions: DeviceAssertions,
    private readonly counter: TryCounter,
    private readonly closing: CloseApproval,
  ) {}

  /**
   * What the device must sign: its challenge is the SHA-256 of the approval's content.
   * @throws DomainError `not-found`, `approval-closed`
   */
  async options(device: DeviceActor, id: string) {
    const approval = await this.getOpen(device, id);
    return this.assertions.options(device.deviceId, approval.contentHash);
  }

  /**
   * @throws DomainError `not-found`, `approval-closed`, `match-number-wrong`, `assertion-invalid`, `approval-stale`,
   *   `too-many-requests`, or what the action itself refuses
   */
  async execute(device: DeviceActor, id: string, decision: Decision): Promise<Approval> {
    const approval = await this.getOpen(device, id);
    if (decision.decision === 'decline') {
      await this.decline(device, approval, decision.reason ?? 'declined');
    } else {
      await this.checkNumber(device, approval, decision.matchNumber);
      const newCounter = await this.checkAssertion(device, approval, decision.credential);
      await this.closing.approve(device, approval, newCounter);
    }
    const closed = await this.approvals.find(device.accountId, approval.id);
    // Deleting the account takes its approvals along.
    return closed ?? { ...approval, status: 'approved', decidedAt: new Date(), deviceId: device.deviceId };
  }

  private async getOpen(device: DeviceActor, id: string): Promise<Approval> {
    const approvalId = parseId<'Approval'>(id);
    const approval = approvalId && (await this.approvals.find(device.accountId, approvalId));
    if (!approval) throw approvalNotFound();
    if (isClosed(approval.status)) throw approvalClosed();
    return approval;
  }

  private async checkNumber(device: DeviceActor, approval: Approval, matchNumber: string): Promise<void> {
    const counted = await this.counter.count(numberLimit, approval.id);
    if (!counted.isAllowed) throw tooManyApprovals(counted.resetSeconds);
    if (matchNumber === approval.matchNumber) return;
    // Whoever cannot say what the browser shows is not the one who sits before it.
    if (counted.remaining === 0) await this.decline(device, approval, 'wrong-number');
    throw matchNumberWrong(counted.remaining);
  }

  private decline(device: DeviceActor, approval: Approval, reason: DeclineReason): Promise<void> {
    return this.database.transaction((tx) => this.closing.decline(tx, device, approval, reason));
  }

  private async checkAssertion(device: DeviceActor, approval: Approval, credential: unknown): Promise<number> {
    const counted = await this.counter.count(assertionLimit, device.deviceId);
    if (!counted.isAllowed) throw tooManyApprovals(counted.resetSeconds);
    const { newCounter } = await this.assertions.verify(device.deviceId, approval.contentHash, credential);
    return newCounter;
  }
}
