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
}
