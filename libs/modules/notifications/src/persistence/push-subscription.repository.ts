import { Injectable } from '@nestjs/common';
import { Database, Sealer, type PushTarget, type SealContext, type Tx } from '@of/platform';
import { NOTICE_TRY_MINUTES } from '../domain/push-hint';

/** A subscription through which a device can be reached now. */
export interface UsableSubscription {
  target: PushTarget;
  /** Exactly what was read, so that a newer one is never removed in its place. */
  sealed: Buffer;
  /** The push service asked for patience. */
  isPaused: boolean;
}

const contextOf = (deviceId: string): SealContext => `notifications.push_subscription.sealed_target:${deviceId}`;

/** Only devices that may release something, of accounts that may act. */
const usable = `
  FROM notifications.push_subscription p
  JOIN identity.device d ON d.id = p.device_id AND d.state = 'active'
  JOIN identity.account a ON a.id = p.account_id AND a.state = 'active' AND a.locked_at IS NULL
 WHERE (p.expires_at IS NULL OR p.expires_at > platform.now())`;

/** One subscription a device. The endpoint is sealed: whoever knows it can bother the device. */
@Injectable()
export class PushSubscriptionRepository {
  constructor(
    private readonly database: Database,
    private readonly sealer: Sealer,
  ) {}

  /** @returns whether the device had none before */
  async set(
    tx: Tx,
    device: { deviceId: string; accountId: string },
    { target, expiresAt }: { target: PushTarget; expiresAt: Date | null },
  ): Promise<boolean> {
    const sealed = this.sealer.seal(JSON.stringify(target), contextOf(device.deviceId));
    const [row] = await tx.query<{ isNew: boolean }>(
      `INSERT INTO notifications.push_subscription (device_id, account_id, sealed_target, expires_at)
       VALUES ($1, $2, $3, $4)
       ON CONFLICT (device_id) DO UPDATE SET
         sealed_target = excluded.sealed_target, expires_at = excluded.expires_at, paused_until = NULL
       RETURNING xmax = 0 AS "isNew"`,
      [device.deviceId, device.accountId, sealed, expiresAt],
    );
    return (row as { isNew: boolean }).isNew;
  }

  /** Since when devices of the account get hints. */
  list(accountId: string): Promise<object[]> {
    return this.database.read(
      'push-subscription.list',
      `SELECT created_at AS since FROM notifications.push_subscription WHERE account_id = $1 ORDER BY created_at`,
      [accountId],
    );
  }

  async has(deviceId: string): Promise<boolean> {
    const rows = await this.database.read(
      'push-subscription.has',
      `SELECT FROM notifications.push_subscription
        WHERE device_id = $1 AND (expires_at IS NULL OR expires_at > platform.now())`,
      [deviceId],
    );
    return rows.length > 0;
  }

  /** Devices of an account that can be reached, and until when a hint to them is worth trying. */
  listUsable(tx: Tx, accountId: string): Promise<{ deviceId: string; tryUntil: Date }[]> {
    return tx.query(
      `SELECT p.device_id AS "deviceId", platform.now() + make_interval(mins => $2) AS "tryUntil"
       ${usable} AND p.account_id = $1 ORDER BY p.device_id`,
      [accountId, NOTICE_TRY_MINUTES],
    );
  }

  /** @param tryUntil null when something else decides how long it is worth trying */
  async findUsable(deviceId: string, tryUntil: string | null): Promise<UsableSubscription | null> {
    const [row] = await this.database.read<{ sealed: Buffer; isPaused: boolean }>(
      'push-subscription.usable',
      `SELECT p.sealed_target AS sealed, coalesce(p.paused_until > platform.now(), false) AS "isPaused"
       ${usable} AND p.device_id = $1 AND ($2::timestamptz IS NULL OR $2 > platform.now())`,
      [deviceId, tryUntil],
    );
    if (!row) return null;
    const target = JSON.parse(this.sealer.open(row.sealed, contextOf(deviceId)).toString()) as PushTarget;
    return { target, ...row };
  }

  async pause(deviceId: string, seconds: number): Promise<void> {
    await this.database.execute(
      'push-subscription.pause',
      `UPDATE notifications.push_subscription SET paused_until = platform.now() + make_interval(secs => $2)
        WHERE device_id = $1`,
      [deviceId, seconds],
    );
  }

  /**
   * @param sealed only if it is still this one
   * @returns false when there was nothing to remove
   */
  async remove(tx: Tx, deviceId: string, sealed: Buffer | null = null): Promise<boolean> {
    const rows = await tx.query(
      `DELETE FROM notifications.push_subscription
        WHERE device_id = $1 AND ($2::bytea IS NULL OR sealed_target = $2) RETURNING device_id`,
      [deviceId, sealed],
    );
    return rows.length > 0;
  }

  async erase(tx: Tx, accountId: string): Promise<void> {
    await tx.query(`DELETE FROM notifications.push_subscription WHERE account_id = $1`, [accountId]);
  }
}
