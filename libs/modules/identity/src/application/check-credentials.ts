import { Injectable } from '@nestjs/common';
import { Kvnr } from '@of/kernel';
import { Database } from '@of/platform';
import { loginFailed } from '../domain/identity.errors';
import { loginBlocked } from '../domain/identity.events';
import { AccountRepository, type Account } from '../persistence/account.repository';
import { AuthThrottle } from './auth-throttle';
import { PasswordCheck } from './password-check';

export interface Credentials {
  /** KVNR or e-mail address, in any case. */
  username: string;
  password: string;
  /** Account this browser signed in to before, from its signed cookie, and the cookie's own id. */
  trustedBrowser: { accountId: string; browserId: string } | null;
}

/**
 * User name and password against one account, wherever both are asked for. An unknown user name, a wrong password, a
 * locked account and a disabled password get the same answer after the same work.
 */
@Injectable()
export class CheckCredentials {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly passwords: PasswordCheck,
    private readonly throttle: AuthThrottle,
  ) {}

  /** @throws DomainError `login-failed`, `too-many-requests` */
  async execute(credentials: Credentials): Promise<Account> {
    const kvnr = Kvnr.tryParse(credentials.username);
    const email = credentials.username.trim().toLowerCase();
    const account = await this.accounts.findByUsername({ kvnr: kvnr.ok ? kvnr.value.value : null, email });
    const isKnownBrowser = account !== null && credentials.trustedBrowser?.accountId === account.id;
    const bucket = this.bucketOf(credentials, account, isKnownBrowser, kvnr.ok ? kvnr.value.value : email);

    const isUsable = account !== null && !account.isLocked && (isKnownBrowser || !account.isPasswordDisabled);
    const isRight = await this.passwords.verify(bucket, credentials.password, isUsable ? account : null);
    if (!isRight || !account) {
      await this.reportFailure(bucket, account, isKnownBrowser);
      throw loginFailed();
    }
    return account;
  }

  private async reportFailure(bucket: string, account: Account | null, isKnownBrowser: boolean): Promise<void> {
    const { hasJustBlocked, isExhausted } = await this.throttle.stateOf(bucket);
    if (!hasJustBlocked && !isExhausted) return;
    await this.database.transaction(async (tx) => {
      // Guessing ends for good: from here on only a new password helps, except in a browser of the owner (S12).
      if (isExhausted && account && !isKnownBrowser && (await this.accounts.disablePassword(tx, account.id))) {
        await tx.audit({ actor: 'system', subject: account.insuredId, act: 'identity.password-disabled' });
      }
      if (hasJustBlocked) {
        // Its owner hears by mail that somebody guesses (C4). For a user name nobody has, the same row is written.
        await tx.audit({
          actor: 'anonymous',
          subject: account?.insuredId ?? '-',
          act: 'identity.login-blocked',
          result: 'refused',
        });
        await tx.publish({ name: loginBlocked, payload: { accountId: account?.id ?? null } });
      }
    });
  }

  /** A browser that signed in to this account before has tries of its own, so that strangers cannot lock its owner out. */
  private bucketOf(
    { trustedBrowser }: Credentials,
    account: Account | null,
    isKnownBrowser: boolean,
    username: string,
  ): string {
    if (!account) return `unknown ${username}`;
    return isKnownBrowser ? `account ${account.id} browser ${trustedBrowser?.browserId}` : `account ${account.id}`;
  }
}
