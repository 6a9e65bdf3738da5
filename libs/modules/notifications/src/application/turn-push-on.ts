import { createPublicKey } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AccountRepository, Devices } from '@of/identity';
import { type FieldError } from '@of/kernel';
import { AppConfig, Database, isPushEndpoint, type DeviceActor, type PushTarget } from '@of/platform';
import { deviceGone, pushTargetRefused } from '../domain/notifications.errors';
import { PushSubscriptionRepository } from '../persistence/push-subscription.repository';

/** From now on this device gets hints, at this address. It replaces the device's former subscription. */
@Injectable()
export class TurnPushOn {
  constructor(
    private readonly database: Database,
    private readonly config: AppConfig,
    private readonly accounts: AccountRepository,
    private readonly devices: Devices,
    private readonly subscriptions: PushSubscriptionRepository,
  ) {}

  /** @throws DomainError `validation-failed`, `not-authenticated` */
  async execute(device: DeviceActor, subscription: { target: PushTarget; expiresAt: Date | null }): Promise<void> {
    const faults = this.faultsOf(subscription.target);
    if (faults.length > 0) throw pushTargetRefused(faults);
    const { deviceId, accountId } = device;
    await this.database.transaction(async (tx) => {
      await this.accounts.lock(tx, accountId);
      if (!(await this.devices.holdUsable(tx, deviceId, accountId))) throw deviceGone();
      if (!(await this.subscriptions.set(tx, { deviceId, accountId }, subscription))) return;
      await tx.audit({
        actor: accountId,
        subject: device.insuredId,
        act: 'notifications.push-turned-on',
        object: deviceId,
      });
    });
  }

  private faultsOf({ endpoint, keys }: PushTarget): FieldError[] {
    const faults: FieldError[] = [];
    if (!isPushEndpoint(endpoint, this.config.mayPushToLoopback)) {
      faults.push({ pointer: '/endpoint', code: 'push-endpoint-refused' });
    }
    if (!isPoint(Buffer.from(keys.p256dh, 'base64url'))) {
      faults.push({ pointer: '/keys/p256dh', code: 'push-key-invalid' });
    }
    return faults;
  }
}

/** Whether it is a point of the curve, uncompressed: with any other nothing can be encrypted. */
function isPoint(key: Buffer): boolean {
  if (key.length !== 65 || key[0] !== 4) return false;
  const [x, y] = [key.subarray(1, 33), key.subarray(33)].map((half) => half.toString('base64url'));
  try {
    createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y } as never, format: 'jwk' });
    return true;
  } catch {
    return false;
  }
}
