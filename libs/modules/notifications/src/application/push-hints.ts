import { Injectable } from '@nestjs/common';
import { type Tx } from '@of/platform';
import { pushDue, type PushHintKind } from '../domain/push-hint';
import { PushSubscriptionRepository } from '../persistence/push-subscription.repository';

/** What a hint is about. */
export interface HintSubject {
  kind: PushHintKind;
  /** What waits; nothing for a notice. */
  approvalId?: string;
  /** A device that need not be told, because it is the one in question. */
  exceptDeviceId?: string | null;
}

/**
 * Puts a hint on its way to every device of an account that wants hints: one event each, so that one device's push service
 * cannot hold up another's.
 */
@Injectable()
export class PushHints {
  constructor(private readonly subscriptions: PushSubscriptionRepository) {}

  async queue(tx: Tx, accountId: string, { kind, approvalId, exceptDeviceId }: HintSubject): Promise<void> {
    const devices = await this.subscriptions.listUsable(tx, accountId);
    await tx.publishAll(
      devices
        .filter(({ deviceId }) => deviceId !== exceptDeviceId)
        .map(({ deviceId, tryUntil }) =>
          pushDue({
            accountId,
            deviceId,
            kind,
            approvalId: approvalId ?? null,
            tryUntil: approvalId ? null : tryUntil.toISOString(),
          }),
        ),
    );
  }
}
