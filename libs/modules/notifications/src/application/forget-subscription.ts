import { Injectable } from '@nestjs/common';
import { Database } from '@of/platform';
import { PushSubscriptionRepository } from '../persistence/push-subscription.repository';

/** A device that may do nothing any more gets no hints: its address goes. */
@Injectable()
export class ForgetSubscription {
  constructor(
    private readonly database: Database,
    private readonly subscriptions: PushSubscriptionRepository,
  ) {}

  async execute(deviceId: string): Promise<void> {
    await this.database.transaction((tx) => this.subscriptions.remove(tx, deviceId));
  }
}
