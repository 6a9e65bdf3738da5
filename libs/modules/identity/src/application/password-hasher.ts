import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '@of/platform';
import bcrypt from 'bcrypt';
import { normalisePassword } from '../domain/password-policy';

const SCHEME = 'v1:';

/**
 * bcrypt over base64(HMAC-SHA-384(pepper, NFKC(password))): 64 characters, so nothing is cut off at bcrypt's 72 bytes, and
 * a stolen database alone verifies no guess. The scheme's version stands in front of the hash.
 */
@Injectable()
export class PasswordHasher {
  private readonly absent: Promise<string>;

  constructor(private readonly config: AppConfig) {
    this.absent = this.hash('no account has this password');
    this.absent.catch(() => undefined);
  }

  async hash(password: string): Promise<string> {
    return SCHEME + (await bcrypt.hash(this.prepare(password), this.config.PASSWORD_HASH_COST));
  }

  /** Compares with the stored hash; without one it does the same work and says no. */
  async verify(password: string, stored: string | null): Promise<boolean> {
    const hash = stored ?? (await this.absent);
    const matches = await bcrypt.compare(this.prepare(password), hash.slice(SCHEME.length));
    return matches && stored !== null;
  }

  /** True when the hash was made with an older work factor. */
  isOutdated(stored: string): boolean {
    return bcrypt.getRounds(stored.slice(SCHEME.length)) !== this.config.PASSWORD_HASH_COST;
  }

  private prepare(password: string): string {
    return createHmac('sha384', this.config.PASSWORD_PEPPER).update(normalisePassword(password)).digest('base64');
  }
}
