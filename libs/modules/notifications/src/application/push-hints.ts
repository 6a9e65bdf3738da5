import { Injectable } from '@nestjs/common';
import { type Tx } from '@of/platform';
import { pushDue, type PushHintKind } from '../domain/push-hint';
import { PushSubscriptionRepository } from '../persistence/push-subscription.repository';

/** Puts a hint on its way to every device of an account that wants hints: one event each, so that one device's push service cannot hold up another's. */
@Injectable()
export class PushHints {
  constructor(private readonly subscriptions: PushSubscriptionRepository) {}

  async queue(tx: Tx, accountId: string, kind: PushHintKind, approvalId: string | null = null): Promise<void> {
    const devices = await this.subscriptions.listUsable(tx, accountId);
    await tx.publishAll(
      devices.map(({ deviceId, tryUntil }) =>
        pushDue({ accountId, deviceId, kind, approvalId, tryUntil: approvalId ? null : tryUntil.toISOString() }),
      ),
    );
  }
}
