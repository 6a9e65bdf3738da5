import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config';
import { keyedHash } from '../crypto/keyed-hash';
import { Database } from '../database/database';

export interface TryLimit {
  /** Names the limited surface, e.g. `registration.kvnr`. */
  surface: string;
  tries: number;
  windowSeconds: number;
}

export interface CountedTry {
  isAllowed: boolean;
  remaining: number;
  /** Seconds until the window ends. */
  resetSeconds: number;
}

/**
 * Counts tries around secrets and look-ups in PostgreSQL, in a statement of its own that is committed before anything is
 * evaluated. Keys are stored as keyed hashes only, so unknown numbers are counted like known ones and reveal nothing.
 */
@Injectable()
export class TryCounter {
  constructor(
    private readonly config: AppConfig,
    private readonly database: Database,
  ) {}

  async count(limit: TryLimit, key: string): Promise<CountedTry> {
    const bucket = keyedHash(this.config.CODE_PEPPER, limit.surface, key);
    const [row] = await this.database.execute<{ tries: number; reset: number }>(
      'limits.count-try',
      `INSERT INTO platform.counted_try AS t (bucket, window_end, tries)
       VALUES ($1, platform.now() + make_interval(secs => $2), 1)
       ON CONFLICT (bucket) DO UPDATE SET
         tries = CASE WHEN t.window_end <= platform.now() THEN 1 ELSE t.tries + 1 END,
         window_end = CASE WHEN t.window_end <= platform.now() THEN excluded.window_end ELSE t.window_end END
       RETURNING tries, ceil(extract(epoch FROM window_end - platform.now()))::int AS reset`,
      [bucket, limit.windowSeconds],
    );
    const { tries, reset } = row as { tries: number; reset: number };
    return {
      isAllowed: tries <= limit.tries,
      remaining: Math.max(0, limit.tries - tries),
      resetSeconds: Math.max(1, reset),
    };
  }
}
