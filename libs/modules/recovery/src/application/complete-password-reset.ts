import { Injectable } from '@nestjs/common';
import { EndApprovals } from '@of/approval';
import {
  AccountRepository,
  AuthThrottle,
  HashGate,
  NewPassword,
  PasswordRules,
  PostedCodes,
  SentCodes,
  SessionRepository,
  type Account,
} from '@of/identity';
import { ValidationError } from '@of/kernel';
import { Database, TryCounter, type Tx } from '@of/platform';
import { isSentCode } from '../domain/code-way';
import { resetCodeInvalid, tooManyRequests } from '../domain/recovery.errors';
import { passwordReset } from '../domain/recovery.events';
import { OrderedLetterRepository } from '../persistence/ordered-letter.repository';
import { readUsername } from './request-password-reset';

/** All entries of an account in a day, whatever codes were ordered in between. */
const perDay = { surface: 'recovery.code', tries: 20, windowSeconds: 24 * 3600 };

/** Compares a code for a new password, as slowly for a user name nobody has. */
@Injectable()
export class ResetCodeCheck {
  constructor(
    private readonly gate: HashGate,
    private readonly throttle: AuthThrottle,
    private readonly counter: TryCounter,
    private readonly sent: SentCodes,
    private readonly posted: PostedCodes,
  ) {}

  /**
   * @param owner id of the account, or null with the key under which tries are counted for an unknown name
   * @throws DomainError `code-invalid`, `too-many-requests`
   */
  async match(accountId: string | null, unknownKey: string, code: string): Promise<string> {
    const key = accountId ?? unknownKey;
    const match = await this.gate.run(async () => {
      await this.throttle.countTry(`reset ${key}`);
      const today = await this.counter.count(perDay, key);
      if (!today.isAllowed) throw tooManyRequests(today.resetSeconds);
      return isSentCode(code) ? this.sent.matchReset(accountId, code) : this.posted.match(accountId, 'reset', code);
    });
    if (!match) throw resetCodeInvalid();
    await this.throttle.forget(`reset ${key}`);
    return match;
  }

  /** Uses the matched code up, and voids every other one for a new password. */
  async consume(tx: Tx, accountId: string, codeId: string, code: string): Promise<boolean> {
    const isConsumed = isSentCode(code)
      ? await this.sent.consumeReset(tx, codeId)
      : await this.posted.consume(tx, codeId);
    await this.sent.void(tx, accountId);
    await this.posted.void(tx, accountId, 'reset');
    return isConsumed;
  }
}

/**
 * Sets a new password by a code. Whoever was in is out, and what waited for a release is withdrawn. Nobody comes in by it,
 * and no device changes: the second factor is asked at the next login as ever (S21).
 */
@Injectable()
export class CompletePasswordReset {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly rules: PasswordRules,
    private readonly newPassword: NewPassword,
    private readonly codes: ResetCodeCheck,
    private readonly sessions: SessionRepository,
    private readonly approvals: EndApprovals,
    private readonly letters: OrderedLetterRepository,
  ) {}

  /** @throws ValidationError with `password-policy` entries; DomainError `code-invalid`, `too-many-requests` */
  async execute(command: { username: string; code: string; newPassword: string }): Promise<void> {
    const { unknownKey, ...username } = readUsername(command.username);
    const names = [username.email, ...(username.kvnr ? [username.kvnr] : [])];
    const errors = this.rules.check(command.newPassword, names, '/newPassword');
    if (errors.length > 0) throw new ValidationError(errors);

    const account = await this.accounts.findByUsername(username);
    const codeId = await this.codes.match(account?.id ?? null, unknownKey, command.code);
    if (!account) throw resetCodeInvalid();
    const hash = await this.newPassword.accept(account, command.newPassword, '/newPassword');
    await this.database.transaction((tx) => this.apply(tx, account, { codeId, code: command.code, hash }));
  }

  private async apply(tx: Tx, account: Account, reset: { codeId: string; code: string; hash: string }): Promise<void> {
    const now = await this.accounts.hold(tx, account.id);
    if (!now || now.isLocked || now.state === 'deactivated') throw resetCodeInvalid();
    if (!(await this.codes.consume(tx, account.id, reset.codeId, reset.code))) throw resetCodeInvalid();
    // Whatever the password has become since: the code says who may set it.
    await this.newPassword.set(tx, { ...account, passwordHash: now.passwordHash }, reset.hash);
    await this.sessions.endOthers(tx, account.id, null, 'password-reset');
    await this.approvals.cancel(tx, account.id);
    await this.letters.close(tx, account.id, 'reset');
    await tx.audit({
      actor: account.id,
      subject: account.insuredId,
      act: 'recovery.password-reset',
      details: { by: isSentCode(reset.code) ? 'sent-code' : 'posted-code' },
    });
    await tx.publish(passwordReset(account.id));
  }
}
