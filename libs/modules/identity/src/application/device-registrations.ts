import { Injectable } from '@nestjs/common';
import { AppConfig, Branding, keyedHash } from '@of/platform';
import {
  generateRegistrationOptions,
  verifyRegistrationResponse,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { registrationInvalid } from '../domain/device.errors';
import { DeviceRepository, type NewDevice } from '../persistence/device.repository';

const ES256 = -7;
const EDDSA = -8;

/** A key as it came from a new device. */
export type NewKey = Pick<
  NewDevice,
  'credentialId' | 'publicKey' | 'transports' | 'signCount' | 'isSyncable' | 'isBackedUp'
>;

/** The keys of new devices: asked for, and checked (WebAuthn level 3, S16). */
@Injectable()
export class DeviceRegistrations {
  private readonly rpId: string;

  constructor(
    private readonly config: AppConfig,
    private readonly branding: Branding,
    private readonly devices: DeviceRepository,
  ) {
    this.rpId = new URL(config.COMPANION_URL).hostname;
  }

  async options(accountId: string): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const known = await this.devices.credentialsOf(accountId);
    return generateRegistrationOptions({
      rpName: this.branding.serviceName,
      rpID: this.rpId,
      // Shown by the phone's own dialog; neither number nor name of the member may stand there.
      userName: this.branding.serviceName,
      userID: new Uint8Array(keyedHash(this.config.CODE_PEPPER, 'device-user', accountId)),
      timeout: 300_000,
      attestationType: 'none',
      excludeCredentials: known.map(({ id, transports }) => ({ id, transports: transports as never })),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
      supportedAlgorithmIDs: [EDDSA, ES256],
    });
  }

  /** @throws DomainError `assertion-invalid`, whatever is wrong with it */
  async verify(challenge: string, credential: unknown): Promise<NewKey> {
    try {
      const { verified, registrationInfo } = await verifyRegistrationResponse({
        response: credential as RegistrationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: this.config.companionOrigin,
        expectedRPID: this.rpId,
        requireUserVerification: true,
        supportedAlgorithmIDs: [EDDSA, ES256],
      });
      if (verified && registrationInfo) {
        const { id, publicKey, counter, transports } = registrationInfo.credential;
        return {
          credentialId: id,
          publicKey: Buffer.from(publicKey),
          transports: transports ?? [],
          signCount: counter,
          isSyncable: registrationInfo.credentialDeviceType === 'multiDevice',
          isBackedUp: registrationInfo.credentialBackedUp,
        };
      }
    } catch {
      // The library throws for each kind of fault; to the outside they are one.
    }
    throw registrationInvalid();
  }
}
