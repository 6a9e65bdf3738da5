import { Inject, Injectable } from '@nestjs/common';
import { OpenApprovals } from '@of/approval';
import { AccountRepository } from '@of/identity';
import { Database, LOGGER, PushService, type Push } from '@of/platform';
import { type Logger } from 'pino';
import { NOTICE_HINT_SECONDS, type PushHintKind } from '../domain/push-hint';
import { PushSubscriptionRepository } from '../persistence/push-subscription.repository';

/** A hint for one device. */
export interface DuePush {
  accountId: string;
  deviceId: string;
  kind: PushHintKind;
  approvalId: string | null;
  tryUntil: string | null;
}

/** Thrown so that the outbox tries again. It never names the endpoint. */
export class PushNotSent extends Error {}

/**
 * Hands a hint to the device's push service, while there still is something to hint at: an approval that was decided or
 * ran out is quietly let go, and so is a notice after a few minutes. Members without pushes miss nothing: the companion
 * follows what waits by itself.
 */
@Injectable()
export class SendPush {
  constructor(
    private readonly database: Database,
    private readonly approvals: OpenApprovals,
    private readonly accounts: AccountRepository,
    private readonly subscriptions: PushSubscriptionRepository,
    private readonly pushes: PushService,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @throws PushNotSent when it may work later */
  async execute(due: DuePush): Promise<void> {
    const push = await this.composeWhileWorthIt(due);
    const found = push && (await this.subscriptions.findUsable(due.deviceId, due.tryUntil));
    if (!push || !found) return;
    if (found.isPaused) throw new PushNotSent('the push service asked for patience');
    const outcome = await this.pushes.send(found.target, push);
    if (outcome.kind === 'gone') await this.forget(due, found.sealed);
    if (outcome.kind === 'refused') {
      this.logger.warn({ deviceId: due.deviceId, status: outcome.status }, 'the push service refused a push');
    }
    if (outcome.kind === 'busy') {
      if (outcome.retryAfterSeconds) await this.subscriptions.pause(due.deviceId, outcome.retryAfterSeconds);
      throw new PushNotSent(`the push service did not take a push: ${outcome.reason}`);
    }
  }

  private async composeWhileWorthIt({ accountId, kind, approvalId }: DuePush): Promise<Push | null> {
    const ttlSeconds = approvalId ? await this.approvals.secondsLeft(accountId, approvalId) : NOTICE_HINT_SECONDS;
    if (ttlSeconds === null) return null;
    return {
      payload: JSON.stringify({ kind }),
      ttlSeconds,
      urgency: kind === 'approval' ? 'high' : 'normal',
      topic: kind,
    };
  }

  /** The browser has given the subscription up; a newer one that came in meanwhile stays. */
  private async forget({ accountId, deviceId }: DuePush, sealed: Buffer): Promise<void> {
    const account = await this.accounts.findById(accountId);
    await this.database.transaction(async (tx) => {
      if (!(await this.subscriptions.remove(tx, deviceId, sealed)) || !account) return;
      await tx.audit({
        actor: 'system',
        subject: account.insuredId,
        act: 'notifications.push-ended',
        object: deviceId,
      });
    });
  }
}
