import { randomBytes, randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AccountRepository, Devices, SessionRepository } from '@of/identity';
import { newId } from '@of/kernel';
import { Database, type SessionActor, type Tx } from '@of/platform';
import canonicalize from 'canonicalize';
import type { ApprovalAction } from '../domain/approval-action';
import type { ApprovalContent } from '../domain/approval-content';
import { secondFactorRequired, tooManyApprovals } from '../domain/approval.errors';
import { approvalRequested } from '../domain/approval.events';
import { STRANGERS, unansweredLimits } from '../domain/approval-limits';
import { ApprovalRepository, type Approval } from '../persistence/approval.repository';
import { ApprovalPayloads, hashOf } from './approval-payloads';
import { EndApprovals } from './end-approvals';
import { ProtectedActions, type ProtectedAction } from './ports/protected-action';

type Asker = Pick<SessionActor, 'sessionId' | 'accountId' | 'insuredId'>;

/** Who asks, and from where. */
@Injectable()
export class ApprovalOrigins {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly devices: Devices,
  ) {}

  /**
   * Holds the account until the end of the transaction, so that limits count what really is there.
   * @throws DomainError `second-factor-required` when there is no device to ask
   */
  async hold(tx: Tx, asker: Asker) {
    await this.accounts.lock(tx, asker.accountId);
    if (!(await this.devices.hasActive(asker.accountId, tx))) throw secondFactorRequired();
    const language = await this.accounts.getLanguage(tx, asker.accountId);
    return { language, ...(await this.sessions.getOrigin(tx, asker.sessionId)) };
  }
}

/**
 * Asks the member to release something on a device. Nothing changes until then. What is asked is stored once, in the form
 * that both screens show, and cannot be altered any more.
 */
@Injectable()
export class RequestApproval {
  constructor(
    private readonly database: Database,
    private readonly approvals: ApprovalRepository,
    private readonly endings: EndApprovals,
    private readonly actions: ProtectedActions,
    private readonly payloads: ApprovalPayloads,
    private readonly origins: ApprovalOrigins,
  ) {}

  /**
   * @param payload plain JSON for the action; it is sealed and never shown
   * @throws DomainError `second-factor-required` without a confirmed session; `too-many-requests` beyond the limits
   */
  async execute(actor: SessionActor, type: ApprovalAction, payload: unknown): Promise<Approval> {
    if (actor.level !== 'full') throw secondFactorRequired();
    return this.database.transaction((tx) => this.open(tx, actor, type, payload));
  }

  /** The same inside a transaction, for the login, which has no confirmed session yet. */
  async open(tx: Tx, asker: Asker, type: ApprovalAction, payload: unknown): Promise<Approval> {
    const { language, browser, address, trustedBrowser } = await this.origins.hold(tx, asker);
    const bucket = trustedBrowser ?? STRANGERS;
    await this.endings.expire(tx, asker.accountId);
    await this.endings.cancel(tx, asker.accountId, { sessionId: asker.sessionId, action: type });
    await this.refuseTooMany(tx, { accountId: asker.accountId, bucket });

    const action = this.actions.get(type);
    const lines = await action.describe(payload, { ...asker, language });
    const content: ApprovalContent = {
      approvalId: newId<'Approval'>(),
      action: type,
      subject: asker.insuredId,
      lines,
      payloadHash: hashOf(payload).toString('base64url'),
      matchNumber: String(randomInt(10, 100)),
      browser,
      address,
      isKnownBrowser: trustedBrowser !== null,
      nonce: randomBytes(16).toString('base64url'),
      ...(await this.lifetime(tx, action)),
    };
    const row = {
      ...asker,
      id: content.approvalId,
      action: type,
      content: canonicalize(content) as string,
      contentHash: hashOf(content),
      sealedPayload: this.payloads.seal(content.approvalId, payload),
      bucket,
      createdAt: content.createdAt,
      expiresAt: content.expiresAt,
    };
    await this.approvals.insert(tx, row);
    await tx.audit({
      actor: asker.accountId,
      subject: asker.insuredId,
      act: 'approval.requested',
      object: row.id,
      details: { action: type },
    });
    await tx.publish(approvalRequested(row.id, asker.accountId));
    return { ...content, ...row, status: 'pending', decidedAt: null, deviceId: null };
  }

  private async refuseTooMany(tx: Tx, owner: { accountId: string; bucket: string }): Promise<void> {
    for (const limit of unansweredLimits) {
      const wait = await this.approvals.waitBeyond(tx, owner, limit);
      if (wait !== null) throw tooManyApprovals(wait);
    }
  }

  private async lifetime(tx: Tx, action: ProtectedAction): Promise<{ createdAt: string; expiresAt: string }> {
    const [clock] = await tx.query<{ now: Date }>(`SELECT date_trunc('milliseconds', platform.now()) AS now`);
    const { now } = clock as { now: Date };
    const expiresAt = new Date(now.getTime() + action.lifetimeSeconds * 1000);
    return { createdAt: now.toISOString(), expiresAt: expiresAt.toISOString() };
  }
}
