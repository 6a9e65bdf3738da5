import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId } from '@of/kernel';
import { Database, DeviceReader, type FoundDevice, type Tx } from '@of/platform';
import { VERIFIED_MINUTES, type DeviceState } from '../domain/device';

/** Since the last time the user was verified: each time begins a new session. */
const LIFE_DAYS = 30;

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

interface Row {
  deviceId: string;
  accountId: string;
  insuredId: string;
  state: DeviceState;
  isVerified: boolean;
}

/** Sessions of the companion. Only the SHA-256 of their 256-bit secret is stored. */
@Injectable()
export class DeviceSessionRepository extends DeviceReader {
  constructor(private readonly database: Database) {
    super();
  }

  async read(token: string): Promise<FoundDevice | null> {
    const [row] = await this.database.read<Row>(
      'device-session.read',
      `SELECT d.id AS "deviceId", d.account_id AS "accountId", a.insured_id AS "insuredId", d.state,
              s.verified_at > platform.now() - interval '${VERIFIED_MINUTES} minutes' AS "isVerified"
         FROM identity.device_session s JOIN identity.device d ON d.id = s.device_id
         JOIN identity.account a ON a.id = d.account_id
        WHERE s.token_hash = $1 AND s.expires_at > platform.now() AND a.state = 'active' AND a.locked_at IS NULL`,
      [hashOf(token)],
    );
    if (!row || row.state === 'pending') return null;
    const { deviceId, accountId, insuredId, state, isVerified } = row;
    return { actor: { kind: 'device', deviceId, accountId, insuredId }, state, isVerified };
  }

  /** The secret is returned once. */
  async start(tx: Tx, deviceId: string): Promise<{ token: string; expiresAt: Date }> {
    const token = randomBytes(32).toString('base64url');
    const [row] = await tx.query<{ expiresAt: Date }>(
      `INSERT INTO identity.device_session (id, token_hash, device_id, expires_at)
       VALUES ($1, $2, $3, platform.now() + interval '${LIFE_DAYS} days') RETURNING expires_at AS "expiresAt"`,
      [newId<'DeviceSession'>(), hashOf(token), deviceId],
    );
    return { token, expiresAt: (row as { expiresAt: Date }).expiresAt };
  }

  async end(tx: Tx, token: string): Promise<void> {
    await tx.query(`DELETE FROM identity.device_session WHERE token_hash = $1`, [hashOf(token)]);
  }

  /** Until when the session counts as verified. */
  async verifiedUntil(token: string): Promise<Date | null> {
    const [row] = await this.database.read<{ until: Date }>(
      'device-session.verified-until',
      `SELECT verified_at + interval '${VERIFIED_MINUTES} minutes' AS until FROM identity.device_session
        WHERE token_hash = $1`,
      [hashOf(token)],
    );
    return row?.until ?? null;
  }
}
