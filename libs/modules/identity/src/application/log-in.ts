import { Injectable } from '@nestjs/common';
import { Database, type SessionActor } from '@of/platform';
import { loginFailed } from '../domain/identity.errors';
import { AccountRepository } from '../persistence/account.repository';
import { SessionRepository } from '../persistence/session.repository';
import { AdvanceSession } from './advance-session';
import { CheckCredentials, type Credentials } from './check-credentials';
import { LoginConditions } from './ports/login-condition';

export interface LoginAttempt extends Credentials {
  /** `browserName` of the User-Agent. */
  browser: string;
  /** Address of the client, shortened. */
  address: string;
}

export interface LoggedIn {
  token: string;
  actor: SessionActor;
}

/** Opens a session after the right password. That cover has ended is told only then. */
@Injectable()
export class LogIn {
  constructor(
    private readonly database: Database,
    private readonly credentials: CheckCredentials,
    private readonly conditions: LoginConditions,
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly advance: AdvanceSession,
  ) {}

  /** @throws DomainError `login-failed`, `insurance-ended`, `too-many-requests` */
  async execute(attempt: LoginAttempt): Promise<LoggedIn> {
    const account = await this.credentials.execute(attempt);
    const refusal = await this.conditions.firstRefusal({ accountId: account.id, insuredId: account.insuredId });
    if (refusal) throw refusal;
    return this.database.transaction(async (tx) => {
      const now = await this.accounts.hold(tx, account.id);
      // Locked, erased or given another password between the two steps: no session (S15).
      if (!now || now.isLocked || Number(now.passwordChangedAt) !== Number(account.passwordChangedAt)) {
        throw loginFailed();
      }
      const { token, sessionId } = await this.sessions.start(tx, {
        accountId: account.id,
        browser: attempt.browser,
        address: attempt.address,
        trustedBrowser: attempt.trustedBrowser?.accountId === account.id ? attempt.trustedBrowser.browserId : null,
      });
      await tx.audit({ actor: account.id, subject: account.insuredId, act: 'identity.logged-in', object: sessionId });
      return { token, actor: await this.advance.execute(tx, { sessionId }) };
    });
  }
}
