import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@of/platform';
import { deviceStatesBefore, type BoundBy, type DeviceState } from '../domain/device';

/** A member's device as the portal lists it. */
export interface Device {
  id: string;
  accountId: string;
  name: string;
  state: DeviceState;
  createdAt: Date;
  lastUsedAt: Date | null;
  /** Its key may be copied to the owner's other devices by their maker. */
  isSyncable: boolean;
  boundBy: BoundBy;
}

/** What is needed to check a device's signature. */
export interface DeviceKey {
  id: string;
  accountId: string;
  state: DeviceState;
  credentialId: string;
  publicKey: Buffer;
  transports: string[];
  isSyncable: boolean;
}

export interface NewDevice {
  id: string;
  accountId: string;
  name: string;
  boundBy: BoundBy;
  credentialId: string;
  publicKey: Buffer;
  transports: string[];
  signCount: number;
  isSyncable: boolean;
  isBackedUp: boolean;
}

const deviceColumns = `
  id, account_id AS "accountId", name, state, created_at AS "createdAt", last_used_at AS "lastUsedAt",
  is_syncable AS "isSyncable", bound_by AS "boundBy"`;

const keyColumns = `
  id, account_id AS "accountId", state, credential_id AS "credentialId", public_key AS "publicKey", transports,
  is_syncable AS "isSyncable"`;

/** The guard of every change of state. */
const from = (to: DeviceState): string =>
  `state IN (${deviceStatesBefore(to)
    .map((state) => `'${state}'`)
    .join(', ')})`;

@Injectable()
export class DeviceRepository {
  constructor(private readonly database: Database) {}

  /** Devices a member has; removed ones are history. */
  list(accountId: string): Promise<Device[]> {
    return this.database.read<Device>(
      'device.list',
      `SELECT ${deviceColumns} FROM identity.device
        WHERE account_id = $1 AND state IN ('active', 'suspended') ORDER BY created_at`,
      [accountId],
    );
  }

  async find(accountId: string, id: string): Promise<Device | null> {
    const [device] = await this.database.read<Device>(
      'device.find',
      `SELECT ${deviceColumns} FROM identity.device
        WHERE account_id = $1 AND id = $2 AND state IN ('active', 'suspended')`,
      [accountId, id],
    );
    return device ?? null;
  }

  async findKey(id: string): Promise<DeviceKey | null> {
    const [key] = await this.database.read<DeviceKey>(
      'device.key',
      `SELECT ${keyColumns} FROM identity.device WHERE id = $1`,
      [id],
    );
    return key ?? null;
  }

  async findKeyByCredential(credentialId: string): Promise<DeviceKey | null> {
    const [key] = await this.database.read<DeviceKey>(
      'device.key-by-credential',
      `SELECT ${keyColumns} FROM identity.device WHERE credential_id = $1`,
      [credentialId],
    );
    return key ?? null;
  }

  /** Credentials that the account's devices hold already, so that none is bound twice. */
  async credentialsOf(accountId: string): Promise<{ id: string; transports: string[] }[]> {
    return this.database.read(
      'device.credentials',
      `SELECT credential_id AS id, transports FROM identity.device
        WHERE account_id = $1 AND state IN ('pending', 'active', 'suspended')`,
      [accountId],
    );
  }

  async countActive(tx: Tx, accountId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM identity.device WHERE account_id = $1 AND state = 'active'`,
      [accountId],
    );
    return row?.count ?? 0;
  }

  /** @returns false when the credential belongs to a device already */
  async insert(tx: Tx, device: NewDevice): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO identity.device (id, account_id, name, state, bound_by, credential_id, public_key, transports,
         sign_count, is_syncable, is_backed_up, last_used_at)
       VALUES ($1, $2, $3, 'pending', $4, $5, $6, $7, $8, $9, $10, platform.now())
       ON CONFLICT ON CONSTRAINT device_credential DO NOTHING RETURNING id`,
      [
        device.id,
        device.accountId,
        device.name,
        device.boundBy,
        device.credentialId,
        device.publicKey,
        device.transports,
        device.signCount,
        device.isSyncable,
        device.isBackedUp,
      ],
    );
    return rows.length > 0;
  }

  async setState(tx: Tx, accountId: string, id: string, to: DeviceState): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE identity.device SET state = $3 WHERE account_id = $1 AND id = $2 AND ${from(to)} RETURNING id`,
      [accountId, id, to],
    );
    return rows.length > 0;
  }

  /** Deletes a device that was never one. Its owner may offer the same key again. */
  async discard(tx: Tx, accountId: string, id: string): Promise<void> {
    await tx.query(`DELETE FROM identity.device WHERE account_id = $1 AND id = $2 AND state = 'pending'`, [
      accountId,
      id,
    ]);
  }

  async rename(tx: Tx, accountId: string, id: string, name: string): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE identity.device SET name = $3
        WHERE account_id = $1 AND id = $2 AND state IN ('active', 'suspended') RETURNING id`,
      [accountId, id, name],
    );
    return rows.length > 0;
  }

  /** An active device of an account that may act; neither can change before the transaction ends. */
  async hold(tx: Tx, accountId: string, id: string): Promise<boolean> {
    const rows = await tx.query(
      `SELECT FROM identity.device d JOIN identity.account a ON a.id = d.account_id
        WHERE d.id = $2 AND a.id = $1 AND d.state = 'active' AND a.state = 'active' AND a.locked_at IS NULL
        FOR UPDATE OF d`,
      [accountId, id],
    );
    return rows.length > 0;
  }

  async isUsable(accountId: string, id: string): Promise<boolean> {
    const rows = await this.database.read(
      'device.usable',
      `SELECT FROM identity.device d JOIN identity.account a ON a.id = d.account_id
        WHERE d.id = $2 AND a.id = $1 AND d.state = 'active' AND a.state = 'active' AND a.locked_at IS NULL`,
      [accountId, id],
    );
    return rows.length > 0;
  }

  /**
   * Counts one use. A key that stays on its device counts its signatures up; one that is synchronised does not count.
   * @returns false when the counter went back: the key may have been copied
   */
  async use(tx: Tx, id: string, counter: number): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE identity.device SET sign_count = greatest(sign_count, $2), last_used_at = platform.now()
        WHERE id = $1 AND state = 'active' AND (is_syncable OR sign_count = 0 AND $2 = 0 OR $2 > sign_count)
        RETURNING id`,
      [id, counter],
    );
    return rows.length > 0;
  }
}
