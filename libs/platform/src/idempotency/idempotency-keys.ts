import { Injectable } from '@nestjs/common';
import { DomainError } from '@of/kernel';
import { Database } from '../database/database';

/** A request under a key; the scope keeps callers and routes apart. */
export interface KeyedRequest {
  scope: string;
  key: string;
  requestHash: Buffer;
}

export interface FirstAnswer {
  body: unknown;
  /** Status of an answer that is no refusal. */
  status?: number;
  /** The first answer was a refusal. */
  error: boolean;
}

/** A claim whose process died is taken over after this time; the routes' own guards stop a second effect. */
const ABANDONED = '60 seconds';
const LIFE = '24 hours';

/** First answers by key, for a day. */
@Injectable()
export class IdempotencyKeys {
  constructor(private readonly database: Database) {}

  /**
   * @returns the first answer, or null when this request is the first and now holds the key
   * @throws DomainError `idempotency-key-reused` for another body, `idempotency-in-progress` while the first still runs
   */
  async claim({ scope, key, requestHash }: KeyedRequest): Promise<FirstAnswer | null> {
    const claimed = await this.database.execute(
      'idempotency.claim',
      `INSERT INTO platform.idempotency_key AS k (scope, key, request_hash) VALUES ($1, $2, $3)
       ON CONFLICT (scope, key) DO UPDATE SET request_hash = excluded.request_hash, answer = NULL, created_at = now()
         WHERE k.created_at < now() - interval '${LIFE}'
            OR (k.answer IS NULL AND k.request_hash = excluded.request_hash AND k.created_at < now() - interval '${ABANDONED}')
       RETURNING key`,
      [scope, key, requestHash],
    );
    if (claimed.length > 0) return null;
    const [known] = await this.database.read<{ request_hash: Buffer; answer: FirstAnswer | null }>(
      'idempotency.known',
      `SELECT request_hash, answer FROM platform.idempotency_key WHERE scope = $1 AND key = $2`,
      [scope, key],
    );
    if (known && !known.request_hash.equals(requestHash)) throw new DomainError('idempotency-key-reused', 'validation');
    if (!known?.answer) throw new DomainError('idempotency-in-progress', 'conflict', { retryAfterSeconds: 1 });
    return known.answer;
  }

  async keep({ scope, key }: KeyedRequest, answer: FirstAnswer): Promise<void> {
    await this.database.execute(
      'idempotency.keep',
      `UPDATE platform.idempotency_key SET answer = $3 WHERE scope = $1 AND key = $2`,
      [scope, key, JSON.stringify(answer)],
    );
  }

  async release({ scope, key }: KeyedRequest): Promise<void> {
    await this.database.execute(
      'idempotency.release',
      `DELETE FROM platform.idempotency_key WHERE scope = $1 AND key = $2 AND answer IS NULL`,
      [scope, key],
    );
  }
}
