import { Injectable } from '@nestjs/common';
import { Database } from '@of/platform';
import { DeviceChallengeRepository } from '../persistence/device-challenge.repository';
import { CheckCredentials, type Credentials } from './check-credentials';
import { DeviceRegistrations } from './device-registrations';
import { Devices } from './devices';
import { LoginConditions } from './ports/login-condition';
import { PostedCodes } from './posted-codes';

/**
 * First half of binding a device: user name, password and the posted code. The code is checked and kept for ten minutes;
 * it is used up only together with the new device's key.
 */
@Injectable()
export class StartBinding {
  constructor(
    private readonly database: Database,
    private readonly credentials: CheckCredentials,
    private readonly conditions: LoginConditions,
    private readonly codes: PostedCodes,
    private readonly registrations: DeviceRegistrations,
    private readonly challenges: DeviceChallengeRepository,
    private readonly devices: Devices,
  ) {}

  /** @throws DomainError `login-failed`, `insurance-ended`, `code-invalid`, `code-expired`, `code-void`,
   *  `too-many-devices`, `too-many-requests` */
  async execute(credentials: Credentials, code: string) {
    const account = await this.credentials.execute(credentials);
    const refusal = await this.conditions.firstRefusal({ accountId: account.id, insuredId: account.insuredId });
    if (refusal) throw refusal;
    const purpose = account.state === 'applied' ? 'registration' : 'device';
    const postedCodeId = await this.codes.check(account.id, purpose, code);
    await this.devices.assertRoom(account.id);
    const publicKey = await this.registrations.options(account.id);
    const bindingId = await this.database.transaction((tx) =>
      this.challenges.keepBinding(tx, { accountId: account.id, postedCodeId, challenge: publicKey.challenge }),
    );
    return { bindingId, publicKey };
  }
}
