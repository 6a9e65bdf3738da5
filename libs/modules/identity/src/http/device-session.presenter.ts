import { Injectable } from '@nestjs/common';
import { PersonNames } from '@of/platform';
import { ReadDeviceSession } from '../application/read-device-session.query';
import type { DeviceSessionResponse } from './dto/device.dto';

/** A device session as the companion sees it. */
@Injectable()
export class DeviceSessionPresenter {
  constructor(
    private readonly sessions: ReadDeviceSession,
    private readonly persons: PersonNames,
  ) {}

  async present(deviceId: string, token: string): Promise<DeviceSessionResponse> {
    const { name, insuredId, verifiedUntil } = await this.sessions.execute(deviceId, token);
    const person = await this.persons.find(insuredId);
    return {
      deviceId,
      name,
      givenName: person?.givenName ?? '',
      familyName: person?.familyName ?? '',
      verifiedUntil: verifiedUntil.toISOString(),
    };
  }
}
