import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ValidationError } from '@of/kernel';
import { passwordFieldErrors } from '../domain/password-policy';
import { type Tx } from '@of/platform';
import { AccountRepository, type Account } from '../persistence/account.repository';
import { AuthThrottle } from './auth-throttle';
import { HashGate } from './hash-gate';
import { PasswordHasher } from './password-hasher';
import { PasswordRules } from './password-rules';

/** The rules for a new password and the work of hashing it. */
@Injectable()
export class NewPassword {
  constructor(
    private readonly rules: PasswordRules,
    private readonly gate: HashGate,
    private readonly hasher: PasswordHasher,
    private readonly accounts: AccountRepository,
    private readonly throttle: AuthThrottle,
  ) {}

  /**
   * @returns the hash of the new password
   * @throws ValidationError with one `password-policy` entry per unmet rule
   */
  async accept(account: Account, password: string, pointer: string): Promise<string> {
    const errors = this.rules.check(password, [account.kvnr, ...(account.email ? [account.email] : [])], pointer);
    if (errors.length > 0) throw new ValidationError(errors);
    const last = await this.accounts.lastPasswords(account.id);
    return this.gate.run(async () => {
      for (const hash of last) {
        if (await this.hasher.verify(password, hash))
          throw new ValidationError(passwordFieldErrors(['reused'], pointer));
      }
      return this.hasher.hash(password);
    });
  }

  /**
   * Sets an accepted password, which opens strange browsers again where tries had closed it.
   * @returns false when it was changed in the meantime
   */
  async set(tx: Tx, account: Account, hash: string): Promise<boolean> {
    if (!(await this.accounts.replacePassword(tx, account.id, account.passwordHash, hash))) return false;
    await this.throttle.clear(tx, account.id);
    return true;
  }

  /**
   * A hash that no password has, for `revoke`. It is as costly to compare as any other (S14). It does not wait at the gate:
   * whoever floods the logins must not keep an owner from putting them out.
   */
  unknown(): Promise<string> {
    return this.hasher.hash(randomBytes(32).toString('base64'));
  }

  /**
   * The present password is worth nothing any more, in no browser: somebody else knows it, and may have signed in with it
   * before. Only a code brings a new one, and the old one counts as used. The caller holds the account.
   * @param hash of `unknown`
   */
  async revoke(tx: Tx, accountId: string, hash: string): Promise<void> {
    const account = await this.accounts.hold(tx, accountId);
    if (account) await this.accounts.replacePassword(tx, accountId, account.passwordHash, hash);
  }
}
