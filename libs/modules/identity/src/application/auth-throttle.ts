import { Injectable } from '@nestjs/common';
import { AppConfig, Database, keyedHash, type Tx } from '@of/platform';
import { tooManyTries } from '../domain/identity.errors';

const FREE_TRIES = 5;
/** So many failures in a row, and the password is worth nothing in a strange browser (S12). */
const MOST_TRIES = 50;
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

  /** Whether the last counted try began the first wait, and whether there were too many altogether. */
  async stateOf(key: string): Promise<{ hasJustBlocked: boolean; isExhausted: boolean }> {
    const [state] = await this.database.read<{ hasJustBlocked: boolean; isExhausted: boolean }>(
      'throttle.state',
      `SELECT failures = ${FREE_TRIES} AND blocked_until > platform.now() AS "hasJustBlocked",
              failures >= ${MOST_TRIES} AS "isExhausted"
         FROM identity.throttle WHERE bucket = $1`,
      [this.bucket(key)],
    );
    return state ?? { hasJustBlocked: false, isExhausted: false };
  }

  /** Somebody else was at work in this account: strangers wait as if they had used up their free tries. */
  async raise(tx: Tx, accountId: string): Promise<void> {
    await tx.query(
      `INSERT INTO identity.throttle AS t (bucket, failures, blocked_until, last_try_at)
       VALUES ($1, ${FREE_TRIES}, platform.now() + make_interval(secs => ${FIRST_WAIT_SECONDS}), platform.now())
       ON CONFLICT (bucket) DO UPDATE SET failures = greatest(t.failures + 1, ${FREE_TRIES}),
         blocked_until = greatest(t.blocked_until, excluded.blocked_until), last_try_at = platform.now()`,
      [this.bucket(`account ${accountId}`)],
    );
  }

  /** The secret was right: the count starts anew. */
  async forget(key: string): Promise<void> {
    await this.database.execute('throttle.forget', `DELETE FROM identity.throttle WHERE bucket = $1`, [
      this.bucket(key),
    ]);
  }

  /** The account has a new password: what strangers tried with the old one counts no more. */
  async clear(tx: Tx, accountId: string): Promise<void> {
    await tx.query(`DELETE FROM identity.throttle WHERE bucket = $1`, [this.bucket(`account ${accountId}`)]);
  }

  private bucket(key: string): Buffer {
    return keyedHash(this.config.CODE_PEPPER, 'throttle', key);
  }
}
