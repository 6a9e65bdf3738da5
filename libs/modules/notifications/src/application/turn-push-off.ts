import { Injectable } from '@nestjs/common';
import { Database, type DeviceActor } from '@of/platform';
import { PushSubscriptionRepository } from '../persistence/push-subscription.repository';

/** This device gets no hints any more. Switching off what is off does no harm. */
@Injectable()
export class TurnPushOff {
  constructor(
    private readonly database: Database,
    private readonly subscriptions: PushSubscriptionRepository,
  ) {}

  async execute({ accountId, insuredId, deviceId }: DeviceActor): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (!(await this.subscriptions.remove(tx, deviceId))) return;
      await tx.audit({ actor: accountId, subject: insuredId, act: 'notifications.push-turned-off', object: deviceId });
    });
  }
}
