import { Injectable } from '@nestjs/common';
import { AppConfig, Database, keyedHash } from '@of/platform';
import { tooManyTries } from '../domain/identity.errors';

const FREE_TRIES = 5;
const FIRST_WAIT_SECONDS = 60;
const LONGEST_WAIT_SECONDS = 30 * 60;

/**
 * Slows down guessing, for every path where a member's secret is tried (S12): five tries are free, then one waits 60 s,
 * 2 min, 4 min … 30 min between tries. A try is counted and committed before the secret is looked at, so parallel guesses
 * gain nothing; while the wait runs, nothing is evaluated. Success forgets the count.
 */
@Injectable()
export class AuthThrottle {
  constructor(
    private readonly config: AppConfig,
    private readonly database: Database,
  ) {}

  /**
   * Counts one try.
   * @param key what the tries are counted for: an account id, or a user name nobody has
   * @throws DomainError `too-many-requests` while the wait runs
   */
  async countTry(key: string): Promise<void> {
    const bucket = this.bucket(key);
    const counted = await this.database.execute(
      'throttle.count',
      `INSERT INTO identity.throttle AS t (bucket, failures, last_try_at) VALUES ($1, 1, platform.now())
       ON CONFLICT (bucket) DO UPDATE SET
         failures = t.failures + 1,
         last_try_at = platform.now(),
         blocked_until = CASE WHEN t.failures + 1 >= ${FREE_TRIES} THEN platform.now() + least(
           make_interval(secs => ${LONGEST_WAIT_SECONDS}),
           make_interval(secs => ${FIRST_WAIT_SECONDS} * power(2, least(t.failures + 1 - ${FREE_TRIES}, 10)))) END
       WHERE t.blocked_until IS NULL OR t.blocked_until <= platform.now()
       RETURNING failures`,
      [bucket],
    );
    if (counted.length > 0) return;
    const [blocked] = await this.database.read<{ seconds: number }>(
      'throttle.wait',
      `SELECT ceil(extract(epoch FROM blocked_until - platform.now()))::int AS seconds FROM identity.throttle WHERE bucket = $1`,
      [bucket],
    );
    throw tooManyTries(Math.max(1, blocked?.seconds ?? 1));
  }

  /** Whether the last counted try was the one that began the first wait. */
  async hasJustBlocked(key: string): Promise<boolean> {
    const rows = await this.database.read(
      'throttle.just-blocked',
      `SELECT FROM identity.throttle WHERE bucket = $1 AND failures = ${FREE_TRIES} AND blocked_until > platform.now()`,
      [this.bucket(key)],
    );
    return rows.length > 0;
  }

  /** The secret was right: the count starts anew. */
  async forget(key: string): Promise<void> {
    await this.database.execute('throttle.forget', `DELETE FROM identity.throttle WHERE bucket = $1`, [
      this.bucket(key),
    ]);
  }

  private bucket(key: string): Buffer {
    return keyedHash(this.config.CODE_PEPPER, 'throttle', key);
  }
}
