import { Injectable } from '@nestjs/common';
import { AppConfig, keyedHash } from '@of/platform';
import bcrypt from 'bcrypt';

/** Hashes posted and sent codes: bcrypt over an HMAC with a key that is not in the database (S06). */
@Injectable()
export class CodeHasher {
  /** What is compared where there is no code, so that it takes the same time. */
  readonly absent: Promise<string>;

  constructor(private readonly config: AppConfig) {
    this.absent = this.hash('there is no code', '');
    this.absent.catch(() => undefined);
  }

  hash(code: string, rowId: string): Promise<string> {
    return bcrypt.hash(this.prepare(code, rowId), this.config.CODE_HASH_COST);
  }

  verify(code: string, rowId: string, stored: string): Promise<boolean> {
    return bcrypt.compare(this.prepare(code, rowId), stored);
  }

  private prepare(code: string, rowId: string): string {
    return keyedHash(this.config.CODE_PEPPER, `code ${rowId}`, code).toString('base64');
  }
}
