import { Injectable } from '@nestjs/common';
import { AppConfig, vapidKeysOf, type DeviceActor } from '@of/platform';
import { PushSubscriptionRepository } from '../persistence/push-subscription.repository';

/** Whether a device gets hints, and the key that its browser needs to subscribe. */
@Injectable()
export class ReadPush {
  private readonly publicKey: string;

  constructor(
    config: AppConfig,
    private readonly subscriptions: PushSubscriptionRepository,
  ) {
    this.publicKey = vapidKeysOf(config.VAPID_PRIVATE_KEY).publicKey;
  }

  async execute({ deviceId }: DeviceActor): Promise<{ isOn: boolean; publicKey: string }> {
    return { isOn: await this.subscriptions.has(deviceId), publicKey: this.publicKey };
  }
}
