import { Injectable } from '@nestjs/common';
import { newId } from '@of/kernel';
import { Database, type Tx } from '@of/platform';
import { BINDING_MINUTES } from '../domain/device';

const CHALLENGE_SECONDS = 120;

/** A transfer's id opens the way to an account: it stands nowhere in clear. */
const transferKey = `substring(encode(sha256(convert_to($1, 'UTF8')), 'hex') FOR 32)::uuid`;

/** A checked code that waits for the key of the new device. */
export interface Binding {
  accountId: string;
  postedCodeId: string;
  challenge: string;
}

/** Challenges that a key must sign. Each is taken once, whatever comes of it. */
@Injectable()
export class DeviceChallengeRepository {
  constructor(private readonly database: Database) {}

  /** Keeps a binding; an older one of the account is replaced. */
  async keepBinding(tx: Tx, binding: Binding): Promise<string> {
    const id = newId<'DeviceBinding'>();
    await tx.query(
      `INSERT INTO identity.device_binding (id, account_id, posted_code_id, challenge, expires_at)
       VALUES ($1, $2, $3, $4, platform.now() + interval '${BINDING_MINUTES} minutes')
       ON CONFLICT (account_id) DO UPDATE SET id = excluded.id, posted_code_id = excluded.posted_code_id,
         challenge = excluded.challenge, expires_at = excluded.expires_at`,
      [id, binding.accountId, binding.postedCodeId, binding.challenge],
    );
    return id;
  }

  async takeBinding(id: string): Promise<Binding | null> {
    const [row] = await this.database.execute<Binding & { isAlive: boolean }>(
      'device-binding.take',
      `DELETE FROM identity.device_binding WHERE id = $1
        RETURNING account_id AS "accountId", posted_code_id AS "postedCodeId", challenge,
                  expires_at > platform.now() AS "isAlive"`,
      [id],
    );
    return row?.isAlive ? row : null;
  }

  async keepChallenge(challenge: string): Promise<string> {
    const id = newId<'DeviceChallenge'>();
    await this.database.execute(
      'device-challenge.keep',
      `INSERT INTO identity.device_challenge (id, challenge, expires_at)
       VALUES ($1, $2, platform.now() + interval '${CHALLENGE_SECONDS} seconds')`,
      [id, challenge],
    );
    return id;
  }

  /** The challenge for the key of a device that comes in by a transfer; an older one is replaced. */
  async keepTransfer(transferId: string, challenge: string): Promise<void> {
    await this.database.execute(
      'device-challenge.keep-transfer',
      `INSERT INTO identity.device_challenge (id, challenge, expires_at)
       VALUES (${transferKey}, $2, platform.now() + interval '${BINDING_MINUTES} minutes')
       ON CONFLICT (id) DO UPDATE SET challenge = excluded.challenge, expires_at = excluded.expires_at`,
      [transferId, challenge],
    );
  }

  takeTransfer(transferId: string): Promise<string | null> {
    return this.take('device-challenge.take-transfer', transferKey, transferId);
  }

  takeChallenge(id: string): Promise<string | null> {
    return this.take('device-challenge.take', '$1', id);
  }

  private async take(name: string, key: string, id: string): Promise<string | null> {
    const [row] = await this.database.execute<{ challenge: string; isAlive: boolean }>(
      name,
      `DELETE FROM identity.device_challenge WHERE id = ${key} RETURNING challenge, expires_at > platform.now() AS "isAlive"`,
      [id],
    );
    return row?.isAlive ? row.challenge : null;
  }

  async forgetOld(tx: Tx): Promise<void> {
    await tx.query(`DELETE FROM identity.device_binding WHERE expires_at <= platform.now()`);
    await tx.query(`DELETE FROM identity.device_challenge WHERE expires_at <= platform.now()`);
    await tx.query(`DELETE FROM identity.device_session WHERE expires_at <= platform.now()`);
  }
}
