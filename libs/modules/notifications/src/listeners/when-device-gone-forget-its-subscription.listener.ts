import { EventListener, type ReceivedEvent } from '@of/platform';
import { ForgetSubscription } from '../application/forget-subscription';

/** One for each way in which a device goes. */
export class WhenDeviceGoneForgetItsSubscription extends EventListener {
  constructor(
    readonly event: 'identity.device-removed' | 'identity.device-suspended',
    private readonly forget: ForgetSubscription,
  ) {
    super();
  }

  async handle({ payload }: ReceivedEvent): Promise<void> {
    await this.forget.execute(String(payload['deviceId']));
  }
}
