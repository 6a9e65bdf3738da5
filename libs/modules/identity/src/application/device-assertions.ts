import { Injectable } from '@nestjs/common';
import { AppConfig, type Tx } from '@of/platform';
import {
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import { assertionInvalid } from '../domain/device.errors';
import { DeviceRepository, type DeviceKey } from '../persistence/device.repository';

/** What a device signs, and whether it did (WebAuthn level 3, S16). */
@Injectable()
export class DeviceAssertions {
  private readonly origin: string;
  private readonly rpId: string;

  constructor(
    config: AppConfig,
    private readonly devices: DeviceRepository,
  ) {
    this.origin = config.companionOrigin;
    this.rpId = new URL(config.COMPANION_URL).hostname;
  }

  /** Asks one device, or whichever the browser finds when `deviceId` is null, to sign `challenge`. */
  async options(deviceId: string | null, challenge: Buffer): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const key = deviceId ? await this.devices.findKey(deviceId) : null;
    return generateAuthenticationOptions({
      rpID: this.rpId,
      challenge: new Uint8Array(challenge),
      userVerification: 'required',
      timeout: 120_000,
      allowCredentials: key ? [{ id: key.credentialId, transports: key.transports }] : [],
    });
  }

  /**
   * Checks a signature: challenge, origin, rpId, user verification and key must fit exactly.
   * @returns the counter of the key, for `use`
   * @throws DomainError `assertion-invalid`, whatever is wrong with it
   */
  async verify(deviceId: string, challenge: Buffer, credential: unknown): Promise<{ newCounter: number }> {
    const key = await this.devices.findKey(deviceId);
    if (!key) throw assertionInvalid();
    return this.check(key, challenge.toString('base64url'), credential);
  }

  /** The same when the credential itself says which device it belongs to. */
  async identify(challenge: string, credential: unknown): Promise<{ key: DeviceKey; newCounter: number }> {
    const id = (credential as { id?: unknown } | null)?.id;
    const key = typeof id === 'string' ? await this.devices.findKeyByCredential(id) : null;
    if (!key) throw assertionInvalid();
    return { key, ...(await this.check(key, challenge, credential)) };
  }

  /** Counts the use in the caller's transaction. @returns false when the counter went back: a copied key */
  use(tx: Tx, deviceId: string, newCounter: number): Promise<boolean> {
    return this.devices.use(tx, deviceId, newCounter);
  }

  private async check(key: DeviceKey, challenge: string, credential: unknown): Promise<{ newCounter: number }> {
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: credential as AuthenticationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: this.origin,
        expectedRPID: this.rpId,
        requireUserVerification: true,
        // The rule about counters stands in the statement that stores them: here it would only look, not hold.
        credential: { id: key.credentialId, publicKey: new Uint8Array(key.publicKey), counter: 0 },
      });
      // What a key may do is decided at its birth; one that says otherwise now is not the one we know (BE of level 3).
      const isSyncable = authenticationInfo.credentialDeviceType === 'multiDevice';
      if (verified && isSyncable === key.isSyncable) return { newCounter: authenticationInfo.newCounter };
    } catch {
      // The library throws for each kind of fault; to the outside they are one.
    }
    throw assertionInvalid();
  }
}
