import { Injectable } from '@nestjs/common';
import { AccountRepository, AuthThrottle, DeviceAssertions, Devices, SessionRepository } from '@of/identity';
import { Database, type DeviceActor, type Tx } from '@of/platform';
import { approvalClosed, approvalStale, assertionInvalid } from '../domain/approval.errors';
import { notMeReported } from '../domain/approval.events';
import { ApprovalRepository, type Approval } from '../persistence/approval.repository';
import { ApprovalPayloads, hashOf } from './approval-payloads';
import { ProtectedActions } from './ports/protected-action';

/** Who and what must still stand when an approval is released. */
@Injectable()
export class ApprovalParties {
  constructor(
    readonly accounts: AccountRepository,
    readonly sessions: SessionRepository,
    readonly devices: Devices,
    readonly assertions: DeviceAssertions,
    readonly throttle: AuthThrottle,
  ) {}
}

/** Why it is refused: the member wants it no more, somebody else asked, or the number was wrong too often. */
export type DeclineReason = 'declined' | 'not-me' | 'wrong-number';

/** Closes an approval and does what it was for, or ends it: one transaction, one guarded statement. */
@Injectable()
export class CloseApproval {
  constructor(
    private readonly database: Database,
    private readonly approvals: ApprovalRepository,
    private readonly payloads: ApprovalPayloads,
    private readonly actions: ProtectedActions,
    private readonly parties: ApprovalParties,
  ) {}

  /** @throws DomainError `approval-closed`, `approval-stale`, `assertion-invalid`, or what the action refuses */
  async approve(device: DeviceActor, approval: Approval, newCounter: number): Promise<void> {
    const copiedKey = assertionInvalid();
    try {
      await this.database.transaction(async (tx) => {
        await this.holdParties(tx, device, approval);
        // Before the counter: a phone that sends its release twice finds it closed, and has no copied key.
        if (!(await this.approvals.decide(tx, approval, 'approved', device.deviceId))) throw approvalClosed();
        if (!(await this.parties.assertions.use(tx, device.deviceId, newCounter))) throw copiedKey;
        await this.apply(tx, device, approval);
      });
    } catch (error) {
      // A key whose counter went back may have been copied. The suspension must outlive this refusal.
      if (error === copiedKey) {
        await this.database.transaction((tx) => this.parties.devices.suspend(tx, device, device.deviceId));
      }
      throw error;
    }
  }

  /**
   * With the reason `not-me` the browser's session ends and further tries slow down.
   * @throws DomainError `approval-closed`
   */
  async decline(tx: Tx, device: DeviceActor, approval: Approval, reason: DeclineReason): Promise<void> {
    await this.parties.accounts.lock(tx, device.accountId);
    if (!(await this.approvals.decide(tx, approval, 'declined', device.deviceId))) throw approvalClosed();
    const { id, accountId, subject: insuredId, sessionId, action } = approval;
    const declined = { id, accountId, insuredId, sessionId, deviceId: device.deviceId };
    await this.actions.get(action).decline(tx, await this.payloads.open(tx, id), declined);
    await tx.audit({
      actor: accountId,
      subject: insuredId,
      act: 'approval.declined',
      object: id,
      details: { action, device: device.deviceId, reason },
    });
    if (reason !== 'not-me') return;
    if (sessionId) await this.parties.sessions.end(tx, accountId, sessionId, 'not-me');
    await this.parties.throttle.raise(tx, accountId);
    await tx.publish(notMeReported(id, accountId));
  }

  /** Account, device and session, in this order everywhere, so that two releases never wait for each other. */
  private async holdParties(tx: Tx, device: DeviceActor, approval: Approval): Promise<void> {
    await this.parties.accounts.lock(tx, device.accountId);
    if (!(await this.parties.devices.holdUsable(tx, device.deviceId, device.accountId))) throw approvalClosed();
    if (!approval.sessionId || !(await this.parties.sessions.holdAlive(tx, approval.sessionId))) throw approvalClosed();
  }

  private async apply(tx: Tx, device: DeviceActor, approval: Approval): Promise<void> {
    const payload = await this.payloads.open(tx, approval.id);
    if (hashOf(payload).toString('base64url') !== approval.payloadHash) throw approvalStale();
    const { id, accountId, subject: insuredId, action } = approval;
    await tx.audit({
      actor: accountId,
      subject: insuredId,
      act: 'approval.approved',
      object: id,
      details: { action, device: device.deviceId },
    });
    const released = { id, accountId, insuredId, sessionId: approval.sessionId as string, deviceId: device.deviceId };
    await this.actions.get(action).apply(tx, payload, released);
  }
}
