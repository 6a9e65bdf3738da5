import { Injectable } from '@nestjs/common';
import { PersonalDataSource, PersonalDataSources, type DataSubject, type Kept, type Tx } from '@of/platform';
import { PreferenceRepository } from '../persistence/preference.repository';
import { PushSubscriptionRepository } from '../persistence/push-subscription.repository';
import { ToldEventRepository } from '../persistence/told-event.repository';

/** Choices, subscriptions of devices, and when a notice was sent last: nothing of them stays. */
@Injectable()
export class NotificationsData extends PersonalDataSource {
  readonly name = 'notifications';

  constructor(
    sources: PersonalDataSources,
    private readonly preferences: PreferenceRepository,
    private readonly subscriptions: PushSubscriptionRepository,
    private readonly told: ToldEventRepository,
  ) {
    super();
    sources.register(this);
  }

  async erase(tx: Tx, { accountId }: DataSubject): Promise<Kept[]> {
    await this.preferences.erase(tx, accountId);
    await this.subscriptions.erase(tx, accountId);
    await this.told.erase(tx, accountId);
    return [];
  }
}
