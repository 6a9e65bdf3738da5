import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@of/platform';
import { MAX_DEVICES } from '../domain/device';
import { deviceBound, deviceRemoved, deviceSuspended } from '../domain/device.events';
import { deviceKnown, tooManyDevices } from '../domain/device.errors';
import { notFound } from '../domain/identity.errors';
import { DeviceRepository, type Device, type NewDevice } from '../persistence/device.repository';
import { SessionRepository } from '../persistence/session.repository';

/** Whose device it is. */
export interface DeviceOwner {
  /** Id of the account. */
  id: string;
  insuredId: string;
}

/** The devices of an account, for the rooms above. */
@Injectable()
export class Devices {
  constructor(
    private readonly database: Database,
    private readonly devices: DeviceRepository,
    private readonly sessions: SessionRepository,
  ) {}

  list(accountId: string): Promise<Device[]> {
    return this.devices.list(accountId);
  }

  find(accountId: string, id: string): Promise<Device | null> {
    return this.devices.find(accountId, id);
  }

  async hasActive(accountId: string, tx: Tx): Promise<boolean> {
    return (await this.devices.countActive(tx, accountId)) > 0;
  }

  /** Names of the devices that can release something. */
  async activeNames(accountId: string): Promise<string[]> {
    const devices = await this.devices.list(accountId);
    return devices.filter(({ state }) => state === 'active').map(({ name }) => name);
  }

  /** @throws DomainError `too-many-devices`, before somebody makes a key for nothing */
  async assertRoom(accountId: string): Promise<void> {
    if ((await this.activeNames(accountId)).length >= MAX_DEVICES) throw tooManyDevices();
  }

  /**
   * Stores a new device that may do nothing yet. The caller holds the account.
   * @throws DomainError `too-many-devices`, `device-known`
   */
  async register(tx: Tx, owner: DeviceOwner, device: Omit<NewDevice, 'accountId'>): Promise<void> {
    await this.refuseTooMany(tx, owner);
    if (!(await this.devices.insert(tx, { ...device, accountId: owner.id }))) throw deviceKnown();
  }

  /**
   * From now on the device releases logins and changes; sessions that came in without one are asked for its release.
   * The caller holds the account.
   * @throws DomainError `too-many-devices`, `not-found` when it does not wait any more
   */
  async activate(tx: Tx, owner: DeviceOwner, deviceId: string): Promise<void> {
    await this.refuseTooMany(tx, owner);
    if (!(await this.devices.setState(tx, owner.id, deviceId, 'active'))) throw notFound();
    await this.sessions.demandApproval(tx, owner.id);
    await tx.audit({ actor: owner.id, subject: owner.insuredId, act: 'identity.device-bound', object: deviceId });
    await tx.publish(deviceBound({ accountId: owner.id, deviceId }));
  }

  /** Whether device and account may act. */
  isUsable(deviceId: string, accountId: string): Promise<boolean> {
    return this.devices.isUsable(accountId, deviceId);
  }

  /** The same, and it stays so until the transaction ends. The caller holds the account. */
  holdUsable(tx: Tx, deviceId: string, accountId: string): Promise<boolean> {
    return this.devices.hold(tx, accountId, deviceId);
  }

  /** @throws DomainError `not-found` */
  async rename(accountId: string, id: string, name: string): Promise<void> {
    const isRenamed = await this.database.transaction((tx) => this.devices.rename(tx, accountId, id, name));
    if (!isRenamed) throw notFound();
  }

  /**
   * Removes a device for good; its sessions are worth nothing any more.
   * @param actor who removes it: the account's id, or `system`
   * @returns false when it was removed before
   */
  async remove(tx: Tx, owner: DeviceOwner, deviceId: string, actor: string): Promise<boolean> {
    if (!(await this.devices.setState(tx, owner.id, deviceId, 'removed'))) return false;
    await tx.audit({ actor, subject: owner.insuredId, act: 'identity.device-removed', object: deviceId });
    await tx.publish(deviceRemoved({ accountId: owner.id, deviceId }));
    return true;
  }

  /** The offer of a new device came to nothing: it was refused, or nobody answered. */
  async discard(tx: Tx, accountId: string, deviceId: string): Promise<void> {
    await this.devices.discard(tx, accountId, deviceId);
  }

  /** A key that may have been copied releases nothing any more. */
  async suspend(tx: Tx, owner: { accountId: string; insuredId: string }, deviceId: string): Promise<void> {
    const { accountId, insuredId } = owner;
    if (!(await this.devices.setState(tx, accountId, deviceId, 'suspended'))) return;
    await tx.audit({
      actor: 'system',
      subject: insuredId,
      act: 'identity.device-suspended',
      object: deviceId,
      result: 'refused',
    });
    await tx.publish(deviceSuspended({ accountId, deviceId }));
  }

  private async refuseTooMany(tx: Tx, { id }: DeviceOwner): Promise<void> {
    if ((await this.devices.countActive(tx, id)) >= MAX_DEVICES) throw tooManyDevices();
  }
}
