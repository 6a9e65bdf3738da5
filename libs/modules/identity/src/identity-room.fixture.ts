import { randomBytes } from 'node:crypto';
import { newId } from '@of/kernel';
import { Branding, TryCounter, type SessionActor } from '@of/platform';
import { testDatabase, type TestDatabase } from '@of/testing';
import { AdvanceSession } from './application/advance-session';
import { AuthThrottle } from './application/auth-throttle';
import { ChangePassword } from './application/change-password';
import { CodeHasher } from './application/code-hasher';
import { CommonPasswords } from './application/common-passwords';
import { HashGate } from './application/hash-gate';
import { CheckCredentials } from './application/check-credentials';
import { LogIn, type LoggedIn, type LoginAttempt } from './application/log-in';
import { NewPassword } from './application/new-password';
import { PasswordCheck } from './application/password-check';
import { PasswordHasher } from './application/password-hasher';
import { PasswordRules } from './application/password-rules';
import { LoginConditions } from './application/ports/login-condition';
import { SessionSteps } from './application/ports/session-step';
import { PostedCodes } from './application/posted-codes';
import { SentCodes } from './application/sent-codes';
import { AccountRepository, type Account } from './persistence/account.repository';
import { ContactRepository } from './persistence/contact.repository';
import { identityMigrations } from './index';
import { SessionRepository } from './persistence/session.repository';

export const PASSWORD = 'Regenbogen-7-Fahrrad';

export interface IdentityRoom {
  readonly test: TestDatabase;
  readonly accounts: AccountRepository;
  readonly contacts: ContactRepository;
  readonly sessions: SessionRepository;
  readonly throttle: AuthThrottle;
  readonly hasher: PasswordHasher;
  readonly postedCodes: PostedCodes;
  readonly sentCodes: SentCodes;
  readonly conditions: LoginConditions;
  readonly steps: SessionSteps;
  readonly logIn: LogIn;
  readonly changePassword: ChangePassword;
  newAccount(password?: string): Promise<Account>;
  attempt(part: Partial<LoginAttempt>): Promise<LoggedIn>;
  actorOf(account: Account): Promise<SessionActor & { token: string }>;
}

/** The room on a database of its own, wired as the API does it; its parts are there once `beforeAll` has run. */
export function identityRoom(overrides: Record<string, string> = {}): IdentityRoom {
  const test = testDatabase(identityMigrations, overrides);
  const room = { test } as { -readonly [Part in keyof IdentityRoom]: IdentityRoom[Part] };

  beforeAll(() => {
    const { config, database } = test;
    const branding = new Branding();
    const gate = new HashGate();
    const codeHasher = new CodeHasher(config);
    const counter = new TryCounter(config, database);
    const rules = new PasswordRules(new CommonPasswords(branding));
    room.accounts = new AccountRepository(database);
    room.contacts = new ContactRepository(database);
    room.sessions = new SessionRepository(database);
    room.throttle = new AuthThrottle(config, database);
    room.hasher = new PasswordHasher(config);
    room.postedCodes = new PostedCodes(database, codeHasher, counter, room.accounts);
    room.sentCodes = new SentCodes(database, codeHasher, counter, room.accounts);
    room.conditions = new LoginConditions();
    room.steps = new SessionSteps();
    const check = new PasswordCheck(gate, room.throttle, room.hasher, room.accounts, database);
    const credentials = new CheckCredentials(database, room.accounts, check, room.throttle);
    const advance = new AdvanceSession(room.sessions, room.steps);
    room.logIn = new LogIn(database, credentials, room.conditions, room.accounts, room.sessions, advance);
    const newPassword = new NewPassword(rules, gate, room.hasher, room.accounts, room.throttle);
    room.changePassword = new ChangePassword(database, check, newPassword, room.sessions);
  });

  room.newAccount = async (password = PASSWORD) => {
    const id = newId<'Account'>();
    const kvnr = kvnrOf(randomBytes(4).readUInt32BE() % 100_000_000);
    const account = { id, insuredId: newId(), kvnr, language: 'de', passwordHash: await room.hasher.hash(password) };
    await test.database.transaction((tx) => room.accounts.insert(tx, account));
    return room.accounts.getById(id);
  };
  room.attempt = (part) =>
    room.logIn.execute({
      username: 'A123456780',
      password: PASSWORD,
      browser: 'Firefox · Windows',
      address: '127.0.0.1',
      trustedBrowser: null,
      ...part,
    });
  room.actorOf = async (account) => {
    const { token, actor } = await room.attempt({ username: account.kvnr });
    return { ...actor, token };
  };
  return room;
}

/** KVNR with a right check digit for a running number. */
export function kvnrOf(number: number): string {
  const digits = String(number).padStart(8, '0');
  const sum = [...`13${digits}`].reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return `M${digits}${sum % 10}`;
}
