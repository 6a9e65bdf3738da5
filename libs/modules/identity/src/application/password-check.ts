import { Injectable } from '@nestjs/common';
import { Database } from '@of/platform';
import { passwordWrong } from '../domain/identity.errors';
import { AccountRepository, type Account } from '../persistence/account.repository';
import { AuthThrottle } from './auth-throttle';
import { HashGate } from './hash-gate';
import { PasswordHasher } from './password-hasher';

/** The one place where a member's password is compared: behind the gate, counted before it is looked at. */
@Injectable()
export class PasswordCheck {
  constructor(
    private readonly gate: HashGate,
    private readonly throttle: AuthThrottle,
    private readonly hasher: PasswordHasher,
    private readonly accounts: AccountRepository,
    private readonly database: Database,
  ) {}

  /**
   * @param bucket what the try is counted for; a right password forgets the count
   * @param account null when nobody has this user name: same work, answer no
   * @throws DomainError `too-many-requests` while tries are blocked or the gate is full
   */
  verify(bucket: string, password: string, account: Account | null): Promise<boolean> {
    return this.gate.run(async () => {
      await this.throttle.countTry(bucket);
      const isRight = await this.hasher.verify(password, account?.passwordHash ?? null);
      // Before the next one passes the gate: right passwords at the same instant must not add up to a wait.
      if (isRight) await this.throttle.forget(bucket);
      if (isRight && account && this.hasher.isOutdated(account.passwordHash)) {
        const hash = await this.hasher.hash(password);
        await this.database.transaction((tx) => this.accounts.rehash(tx, account.id, account.passwordHash, hash));
      }
      return isRight;
    });
  }

  /**
   * Confirms a sensitive act inside a session by the member's own password.
   * @throws DomainError with field code `password-wrong` at `pointer`
   */
  async confirm(accountId: string, password: string, pointer = '/password'): Promise<Account> {
    const account = await this.accounts.getById(accountId);
    const bucket = `account ${accountId} confirmation`;
    if (!(await this.verify(bucket, password, account))) throw passwordWrong(pointer);
    return account;
  }
}
