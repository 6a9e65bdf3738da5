import { Injectable } from '@nestjs/common';
import { Kvnr } from '@of/kernel';
import { Database, type SessionActor } from '@of/platform';
import { loginFailed } from '../domain/identity.errors';
import { loginBlocked } from '../domain/identity.events';
import { AccountRepository, type Account } from '../persistence/account.repository';
import { SessionRepository } from '../persistence/session.repository';
import { AuthThrottle } from './auth-throttle';
import { PasswordCheck } from './password-check';
import { LoginConditions } from './ports/login-condition';
import { SessionSteps } from './ports/session-step';

export interface LoginAttempt {
  username: string;
  password: string;
  /** `browserName` of the User-Agent. */
  browser: string;
  /** Address of the client, shortened. */
  address: string;
  /** Account this browser signed in to before, from its signed cookie, and the cookie's own id. */
  trustedBrowser: { accountId: string; browserId: string } | null;
}

export interface LoggedIn {
  token: string;
  actor: SessionActor;
}

/** What other rooms have to say about a login. */
@Injectable()
export class LoginRules {
  constructor(
    readonly conditions: LoginConditions,
    readonly steps: SessionSteps,
  ) {}
}

/**
 * User name and password against one account. Unknown user name and wrong password get the same answer after the same
 * work; that cover has ended is told only after the right password.
 */
@Injectable()
export class LogIn {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly passwords: PasswordCheck,
    private readonly throttle: AuthThrottle,
    private readonly rules: LoginRules,
  ) {}

  async execute(attempt: LoginAttempt): Promise<LoggedIn> {
    const kvnr = Kvnr.tryParse(attempt.username);
    const email = attempt.username.trim().toLowerCase();
    const account = await this.accounts.findByUsername({ kvnr: kvnr.ok ? kvnr.value.value : null, email });
    const bucket = this.bucketOf(attempt, account, kvnr.ok ? kvnr.value.value : email);

    const isRight = await this.passwords.verify(bucket, attempt.password, account);
    if (!isRight || !account) {
      if (await this.throttle.hasJustBlocked(bucket)) await this.reportBlock(account);
      throw loginFailed();
    }
    await this.throttle.forget(bucket);

    const owner = { accountId: account.id, insuredId: account.insuredId };
    const refusal = await this.rules.conditions.firstRefusal(owner);
    if (refusal) throw refusal;
    return this.database.transaction(async (tx) => {
      await this.accounts.lock(tx, account.id);
      const nextStep = await this.rules.steps.next(tx, owner);
      const { token, sessionId } = await this.sessions.start(tx, {
        accountId: account.id,
        nextStep,
        browser: attempt.browser,
        address: attempt.address,
      });
      await tx.audit({ actor: account.id, subject: account.insuredId, act: 'identity.logged-in', object: sessionId });
      return { token, actor: await this.sessions.getActor(tx, sessionId) };
    });
  }

  /** Its owner hears by mail that somebody guesses (C4). For a user name nobody has, the same row is written. */
  private reportBlock(account: Account | null): Promise<void> {
    return this.database.transaction(async (tx) => {
      await tx.audit({
        actor: 'anonymous',
        subject: account?.insuredId ?? '-',
        act: 'identity.login-blocked',
        result: 'refused',
      });
      await tx.publish({ name: loginBlocked, payload: { accountId: account?.id ?? null } });
    });
  }

  /** A browser that signed in to this account before has tries of its own, so that strangers cannot lock its owner out. */
  private bucketOf(attempt: LoginAttempt, account: Account | null, username: string): string {
    if (!account) return `unknown ${username}`;
    const { trustedBrowser } = attempt;
    return trustedBrowser?.accountId === account.id
      ? `account ${account.id} browser ${trustedBrowser.browserId}`
      : `account ${account.id}`;
  }
}
