import { Injectable } from '@nestjs/common';
import {
  PersonalDataSource,
  PersonalDataSources,
  type DataSubject,
  type ExportedPart,
  type ExportSubject,
  type Kept,
  type Tx,
} from '@of/platform';
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

  async *export({ accountId }: ExportSubject): AsyncIterable<ExportedPart> {
    yield {
      kind: 'table',
      name: 'benachrichtigungen',
      about: {
        de: 'Was Sie zu unseren Benachrichtigungen gewählt haben; was fehlt, ist nie geändert worden',
        en: 'What you chose about our notices; what is missing was never changed',
      },
      fields: {
        kind: { de: 'Worum es geht', en: 'What it is about' },
        channel: { de: 'Auf welchem Weg', en: 'Over which channel' },
        isOn: { de: 'Ob Sie es möchten', en: 'Whether you want it' },
      },
      rows: await this.preferences.list(accountId),
    };
    yield {
      kind: 'table',
      name: 'hinweise-auf-geraeten',
      about: { de: 'Geräte, die Hinweise bekommen', en: 'Devices that get hints' },
      fields: { since: { de: 'Seit', en: 'Since' } },
      rows: await this.subscriptions.list(accountId),
    };
  }

  async erase(tx: Tx, { accountId }: DataSubject): Promise<Kept[]> {
    await this.preferences.erase(tx, accountId);
    await this.subscriptions.erase(tx, accountId);
    await this.told.erase(tx, accountId);
    return [];
  }
}
